#include "app/find-window.h"

#include <glib/gi18n.h>

#include "core/local-number.h"
#include "document/name-search.h"

/* A part of a search, and how long parts may take until the window is drawn again. */
#define PART 64u
#define BUDGET 6000 /* microseconds */

/* Never wider than the window that it belongs to: a small screen has no more room. */
#define MOST_WIDTH 460
#define MOST_HEIGHT 520

/* Where a row leads; rows without it lead nowhere. */
#define PLACE "place"

struct _MisFindWindow
{
  AdwWindow parent_instance;

  GtkSearchEntry *entry;
  GtkStack *pages;
  GtkListBox *rows;

  MisDocument *document;
  gboolean sliders_first;
  MisNameSearch *search; /* of what was typed last; NULL before */
  guint source;          /* that goes on with it; 0 if it is through */
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisFindWindow, mis_find_window, ADW_TYPE_WINDOW)

static const struct
{
  const char *heading;
  const char *more; /* of this kind: a number */
} kinds[MIS_N_NAMED] = {
  [MIS_NAMED_PROJECT] = { N_ ("Project"), NULL },
  [MIS_NAMED_AREA] = { N_ ("Problem Areas"), N_ ("And %s more problem areas") },
  [MIS_NAMED_GOAL] = { N_ ("Goals"), N_ ("And %s more goals") },
  [MIS_NAMED_AGENT] = { N_ ("Groups of Agents"), N_ ("And %s more groups") },
  [MIS_NAMED_OPTION] = { N_ ("Options"), NULL },
  [MIS_NAMED_SCENARIO] = { N_ ("Scenarios"), N_ ("And %s more scenarios") },
  [MIS_NAMED_EXPERIMENT] = { N_ ("Experiments"), N_ ("And %s more experiments") },
  [MIS_NAMED_NOTE] = { N_ ("Notes"), N_ ("And %s more notes") },
};

static const char *
get_text (MisFindWindow *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* @place: (nullable): a row without it is only to be read. */
static void
add_row (MisFindWindow *self, const char *name, const char *detail, const char *place)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), new_label (name, place != NULL ? NULL : "dim-label"));
  if (detail != NULL && *detail != '\0')
    {
      GtkWidget *below = new_label (detail, "caption");

      gtk_widget_add_css_class (below, "dim-label");
      gtk_box_append (GTK_BOX (box), below);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), place != NULL);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), place != NULL);
  gtk_widget_set_focusable (row, place != NULL);
  g_object_set_data_full (G_OBJECT (row), PLACE, g_strdup (place), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
}

static void
add_heading (MisFindWindow *self, const char *text)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), new_label (text, "heading"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->rows, row);
}

/* What is found in the list of sliders is shown there. */
static void
add_sliders (MisFindWindow *self)
{
  /* Translators: what somebody has typed */
  g_autofree char *words = g_strdup_printf (_ ("Sliders with “%s”"), get_text (self));
  g_autofree char *place = g_strconcat ("sliders/", get_text (self), NULL);

  add_heading (self, _ ("Explore"));
  add_row (self, words, NULL, place);
}

static void
add_matches (MisFindWindow *self, MisNamed kind)
{
  GPtrArray *matches = mis_name_search_get_matches (self->search, kind);
  guint n = mis_name_search_count (self->search, kind);

  if (n > 0)
    add_heading (self, _ (kinds[kind].heading));
  for (guint i = 0; i < matches->len; i++)
    {
      const MisNameMatch *match = matches->pdata[i];

      add_row (self, match->name, match->detail, match->place);
    }
  if (n > matches->len)
    {
      g_autofree char *number = mis_count_text (n - matches->len);
      g_auto (GStrv) parts = g_strsplit (_ (kinds[kind].more), "%s", 2);
      g_autofree char *words = g_strjoinv (number, parts);

      add_row (self, words, NULL, NULL);
    }
}

static void
clear_rows (MisFindWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static gboolean
leads_somewhere (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PLACE) != NULL;
}

/* The next row from @index on, in steps of @by, that leads somewhere. */
static void
select_from (MisFindWindow *self, int index, int by)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, index)) != NULL)
    {
      if (leads_somewhere (row))
        {
          gtk_list_box_select_row (self->rows, row);
          return;
        }
      index += by;
      if (index < 0)
        return;
    }
}

static gboolean
has_matches (MisFindWindow *self)
{
  for (MisNamed kind = 0; kind < MIS_N_NAMED; kind++)
    if (mis_name_search_count (self->search, kind) > 0)
      return TRUE;
  return FALSE;
}

/* What was found, all at once: a list that grows would move under the hand. */
static void
show_matches (MisFindWindow *self)
{
  clear_rows (self);
  if (self->sliders_first)
    add_sliders (self);
  for (MisNamed kind = 0; kind < MIS_N_NAMED; kind++)
    add_matches (self, kind);
  if (!self->sliders_first && has_matches (self))
    add_sliders (self);
  gtk_stack_set_visible_child_name (self->pages,
                                    self->sliders_first || has_matches (self) ? "matches" : "none");
  select_from (self, 0, 1);
}

static gboolean
look_cb (gpointer user_data)
{
  MisFindWindow *self = user_data;
  gint64 end = g_get_monotonic_time () + BUDGET;

  while (mis_name_search_look (self->search, PART))
    if (g_get_monotonic_time () > end)
      return G_SOURCE_CONTINUE;
  self->source = 0;
  show_matches (self);
  return G_SOURCE_REMOVE;
}

static void
forget_search (MisFindWindow *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->search, mis_name_search_free);
}

static void
search_changed_cb (MisFindWindow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (get_text (self)));

  forget_search (self);
  if (*text == '\0')
    {
      clear_rows (self);
      gtk_stack_set_visible_child_name (self->pages, "empty");
      return;
    }
  self->search = mis_name_search_new (mis_document_get_world (self->document),
                                      mis_document_get_project (self->document), text);
  if (look_cb (self))
    self->source = g_idle_add (look_cb, self);
}

static void
row_activated_cb (MisFindWindow *self, GtkListBoxRow *row)
{
  g_autofree char *place = g_strdup (g_object_get_data (G_OBJECT (row), PLACE));
  g_autoptr (MisFindWindow) kept = g_object_ref (self);

  gtk_window_destroy (GTK_WINDOW (self));
  g_signal_emit (kept, signals[CHOSEN], 0, place);
}

/* What was typed a moment ago counts, too. */
static void
entry_activated_cb (MisFindWindow *self)
{
  GtkListBoxRow *row;

  if (self->search == NULL || self->source != 0)
    search_changed_cb (self);
  row = gtk_list_box_get_selected_row (self->rows);
  if (row != NULL && self->source == 0 && leads_somewhere (row))
    row_activated_cb (self, row);
}

static void
stop_cb (MisFindWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
scroll_to_selected (MisFindWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->rows);
  graphene_rect_t bounds;

  if (row != NULL && adjustment != NULL &&
      gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->rows), &bounds))
    gtk_adjustment_clamp_page (adjustment, (double)bounds.origin.y,
                               (double)(bounds.origin.y + bounds.size.height));
}

/* While somebody types, the arrows go through the list. */
static gboolean
key_pressed_cb (MisFindWindow *self, guint keyval)
{
  int by = keyval == GDK_KEY_Down ? 1 : keyval == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (by == 0 || row == NULL)
    return GDK_EVENT_PROPAGATE;
  select_from (self, gtk_list_box_row_get_index (row) + by, by);
  scroll_to_selected (self);
  return GDK_EVENT_STOP;
}

static void
mis_find_window_dispose (GObject *object)
{
  MisFindWindow *self = MIS_FIND_WINDOW (object);

  forget_search (self);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), MIS_TYPE_FIND_WINDOW);
  G_OBJECT_CLASS (mis_find_window_parent_class)->dispose (object);
}

static void
mis_find_window_class_init (MisFindWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_find_window_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", MIS_TYPE_FIND_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/find-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MisFindWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, MisFindWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MisFindWindow, rows);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mis_find_window_init (MisFindWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

MisFindWindow *
mis_find_window_new (GtkWindow *parent, MisDocument *document, gboolean sliders_first)
{
  MisFindWindow *self = g_object_new (MIS_TYPE_FIND_WINDOW, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->sliders_first = sliders_first;
  if (gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self),
                                 MIN (MOST_WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                                 MOST_HEIGHT);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  return self;
}
