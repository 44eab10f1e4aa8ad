#include "app/guide-area.h"

#include <glib/gi18n.h>

#include "app/guide-entry.h"
#include "core/edit-areas.h"
#include "core/edit-goals.h"
#include "core/edit.h"
#include "document/elicitation-answer.h"

struct _MisGuideArea
{
  AdwBin parent_instance;

  GtkListBox *rows;
  MisGuideEntry *name;
  MisGuideEntry *more; /* the last row */

  MisDocument *document;
  guint area;
  GPtrArray *ids; /* of the goals that the rows between are */
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisGuideArea, mis_guide_area, ADW_TYPE_BIN)

static MisArea *
get_area (MisGuideArea *self)
{
  return mis_world_get_area (mis_document_get_world (self->document), self->area);
}

/* @step: (transfer full): what the user did. */
static void
take (MisGuideArea *self, MisWorld *edited, char *step)
{
  mis_document_edit (self->document, edited, step);
  g_free (step);
}

static void
left_cb (MisGuideArea *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
name_edited_cb (MisGuideArea *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;
  MisWorld *world;
  MisArea *now;

  mis_document_begin_gesture (self->document);
  world = mis_document_get_base_world (self->document);
  now = mis_world_get_area (world, self->area);
  edited =
      mis_world_with_area_texts (world, self->area, name, mis_area_get_description (now), &error);
  mis_guide_entry_set_fault (self->name, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    /* Translators: a step to undo; a problem area or a goal */
    take (self, edited, g_strdup_printf (_ ("Rename “%s”"), mis_area_get_name (now)));
}

/* Between the name of the area and the field for one more. */
static guint
get_goal (MisGuideEntry *row)
{
  return (guint)gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) - 1;
}

static void
goal_edited_cb (MisGuideArea *self, const char *name, MisGuideEntry *row)
{
  guint goal = get_goal (row);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;
  const MisGoal *now;
  MisWorld *world;

  mis_document_begin_gesture (self->document);
  world = mis_document_get_base_world (self->document);
  now = mis_area_get_goal (mis_world_get_area (world, self->area), goal);
  edited = mis_world_with_goal_texts (world, self->area, goal, name, now->description, &error);
  mis_guide_entry_set_fault (row, edited == NULL ? error->message : NULL);
  if (edited != NULL)
    take (self, edited, g_strdup_printf (_ ("Rename “%s”"), now->name));
}

/* The row that is asked to go is gone when this returns. */
static void
remove_as_step (MisGuideArea *self, MisWorld *edited, const char *removed)
{
  g_autofree char *name = g_strdup (removed);
  /* Translators: a problem area or a goal */
  g_autofree char *text = g_strdup_printf (_ ("Removed “%s”"), name);
  g_autoptr (GtkWidget) window =
      g_object_ref (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))));

  mis_document_end_gesture (self->document);
  /* Translators: a step to undo; a problem area or a goal */
  take (self, edited, g_strdup_printf (_ ("Remove “%s”"), name));
  gtk_widget_activate_action (window, "win.offer-undo", "s", text);
}

static void
goal_removed_cb (MisGuideArea *self, MisGuideEntry *row)
{
  guint goal = get_goal (row);
  g_autoptr (MisWorld) edited = mis_world_with_goal_removed (
      mis_document_get_world (self->document), self->area, goal, MIS_UNKNOWN);

  gtk_widget_grab_focus (GTK_WIDGET (self->more));
  if (edited != NULL)
    remove_as_step (self, edited, mis_area_get_goal (get_area (self), goal)->name);
}

static void
removed_cb (MisGuideArea *self)
{
  g_autoptr (MisWorld) edited =
      mis_world_with_area_removed (mis_document_get_world (self->document), self->area, NULL);

  if (edited != NULL)
    remove_as_step (self, edited, mis_area_get_name (get_area (self)));
}

static gboolean
is_empty (MisGuideArea *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->more))));

  return *name == '\0';
}

static void
entered_cb (MisGuideArea *self)
{
  if (is_empty (self))
    g_signal_emit (self, signals[DONE], 0);
  else if (mis_guide_area_commit (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->more));
}

/* Whoever wants to add something goes nowhere else. */
static void
add_cb (MisGuideArea *self)
{
  if (!is_empty (self))
    {
      entered_cb (self);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->more));
  mis_guide_entry_set_fault (self->more, _ ("Write the name of the goal first."));
}

static void
typing_cb (MisGuideArea *self)
{
  mis_guide_entry_set_fault (self->more, NULL);
}

static void
add_goal_row (MisGuideArea *self, guint goal)
{
  g_autofree char *title = g_strdup_printf (_ ("Goal %u"), goal + 1);
  GtkWidget *row = mis_guide_entry_new (title, _ ("Remove this goal"));

  gtk_list_box_insert (self->rows, row, (int)goal + 1);
  g_signal_connect_object (row, "edited", G_CALLBACK (goal_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (goal_removed_cb), self, G_CONNECT_SWAPPED);
}

static void
clear_goals (MisGuideArea *self, guint from)
{
  while (self->ids->len > from)
    {
      gtk_list_box_remove (
          self->rows, GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int)self->ids->len)));
      g_ptr_array_set_size (self->ids, (int)self->ids->len - 1);
    }
}

/* Rows that stay keep the keyboard. */
static void
fit_goals (MisGuideArea *self, MisArea *area)
{
  guint n = mis_area_get_n_goals (area);

  for (guint i = 0; i < self->ids->len; i++)
    if (i >= n || !g_str_equal (g_ptr_array_index (self->ids, i), mis_area_get_goal (area, i)->id))
      clear_goals (self, i);
  for (guint i = self->ids->len; i < n; i++)
    {
      add_goal_row (self, i);
      g_ptr_array_add (self->ids, g_strdup (mis_area_get_goal (area, i)->id));
    }
}

static void
add_add_button (MisGuideArea *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add (Enter)"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add"),
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self->more), button);
}

static void
mis_guide_area_dispose (GObject *object)
{
  g_clear_object (&MIS_GUIDE_AREA (object)->document);
  G_OBJECT_CLASS (mis_guide_area_parent_class)->dispose (object);
}

static void
mis_guide_area_finalize (GObject *object)
{
  g_ptr_array_unref (MIS_GUIDE_AREA (object)->ids);
  G_OBJECT_CLASS (mis_guide_area_parent_class)->finalize (object);
}

static void
mis_guide_area_class_init (MisGuideAreaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_guide_area_dispose;
  G_OBJECT_CLASS (klass)->finalize = mis_guide_area_finalize;

  signals[DONE] = g_signal_new ("done", MIS_TYPE_GUIDE_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
mis_guide_area_init (MisGuideArea *self)
{
  GtkWidget *rows = gtk_list_box_new ();

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->rows = GTK_LIST_BOX (rows);
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  adw_bin_set_child (ADW_BIN (self), rows);
  self->name =
      MIS_GUIDE_ENTRY (mis_guide_entry_new (_ ("Problem area"), _ ("Remove this problem area")));
  self->more = MIS_GUIDE_ENTRY (mis_guide_entry_new ("", NULL));
  add_add_button (self);
  gtk_list_box_append (self->rows, GTK_WIDGET (self->name));
  gtk_list_box_append (self->rows, GTK_WIDGET (self->more));
  gtk_widget_add_css_class (GTK_WIDGET (self->name), "area-name");
  g_signal_connect_object (self->name, "edited", G_CALLBACK (name_edited_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->name, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "entry-activated", G_CALLBACK (entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->more, "edited", G_CALLBACK (typing_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
mis_guide_area_new (MisDocument *document, guint area)
{
  MisGuideArea *self = g_object_new (MIS_TYPE_GUIDE_AREA, NULL);

  self->document = g_object_ref (document);
  mis_guide_area_update (self, area);
  return GTK_WIDGET (self);
}

void
mis_guide_area_update (MisGuideArea *self, guint area)
{
  g_autofree char *question = NULL;
  MisArea *now;

  g_return_if_fail (MIS_IS_GUIDE_AREA (self));

  self->area = area;
  now = get_area (self);
  fit_goals (self, now);
  mis_guide_entry_show (self->name, mis_area_get_name (now));
  /* Translators: a problem area; one goal is written into the field */
  question = g_strdup_printf (_ ("Add a goal in “%s”"), mis_area_get_name (now));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->more), question);
  for (guint i = 0; i < self->ids->len; i++)
    mis_guide_entry_show (MIS_GUIDE_ENTRY (gtk_list_box_get_row_at_index (self->rows, (int)i + 1)),
                          mis_area_get_goal (now, i)->name);
}

gboolean
mis_guide_area_commit (MisGuideArea *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;

  g_return_val_if_fail (MIS_IS_GUIDE_AREA (self), FALSE);

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->more))));
  mis_guide_entry_set_fault (self->more, NULL);
  if (*name == '\0')
    return TRUE;
  edited =
      mis_world_with_goal_named (mis_document_get_world (self->document), self->area, name, &error);
  mis_guide_entry_set_fault (self->more, edited == NULL ? error->message : NULL);
  if (edited == NULL)
    return FALSE;
  mis_guide_entry_show (self->more, "");
  take (self, edited, g_strdup_printf (_ ("Add “%s”"), name));
  return TRUE;
}

gboolean
mis_guide_area_is_bare (MisGuideArea *self)
{
  g_return_val_if_fail (MIS_IS_GUIDE_AREA (self), FALSE);

  return mis_area_get_n_goals (get_area (self)) == 0;
}

void
mis_guide_area_take_focus (MisGuideArea *self)
{
  g_return_if_fail (MIS_IS_GUIDE_AREA (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->more));
}
