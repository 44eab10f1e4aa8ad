#include "app/guide-areas.h"

#include <glib/gi18n.h>

#include "app/guide-area.h"
#include "app/guide-follow.h"
#include "document/elicitation-answer.h"

/* Of a long list, more than these are changed in the Model view. */
#define MOST_CARDS 50u

struct _MisGuideAreas
{
  AdwBin parent_instance;

  GtkBox *cards;
  GtkEditable *entry;
  GtkLabel *fault;

  MisDocument *document;
  GPtrArray *ids;   /* of the areas that the cards are */
  gboolean has_new; /* areas that nobody has said yet what to want in */
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisGuideAreas, mis_guide_areas, ADW_TYPE_BIN)

static void
clear (MisGuideAreas *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards))) != NULL)
    gtk_box_remove (self->cards, card);
  g_ptr_array_set_size (self->ids, 0);
}

/* (nullable): the first of @card and those behind it in which nobody can want anything yet. */
static GtkWidget *
find_bare (GtkWidget *card)
{
  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    if (mis_guide_area_is_bare (MIS_GUIDE_AREA (card)))
      return card;
  return NULL;
}

static void
card_done_cb (MisGuideAreas *self, GtkWidget *card)
{
  GtkWidget *bare = find_bare (gtk_widget_get_next_sibling (card));

  if (bare != NULL)
    mis_guide_area_take_focus (MIS_GUIDE_AREA (bare));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static GtkWidget *
new_card (MisGuideAreas *self, guint area)
{
  GtkWidget *card = mis_guide_area_new (self->document, area);

  g_signal_connect_object (card, "done", G_CALLBACK (card_done_cb), self, G_CONNECT_SWAPPED);
  return card;
}

static guint
count_cards (MisWorld *world)
{
  return MIN (mis_world_get_n_areas (world), MOST_CARDS);
}

static const char *
get_id (MisWorld *world, guint area)
{
  return mis_area_get_id (mis_world_get_area (world, area));
}

/* (nullable) */
static GtkWidget *
get_card (MisGuideAreas *self, guint at)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  for (; at > 0 && card != NULL; at--)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

/* Cards of areas that are no longer among the first. */
static void
drop_gone (MisGuideAreas *self, MisWorld *world)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count_cards (world); i++)
    g_hash_table_add (there, (gpointer)get_id (world, i));
  for (guint i = self->ids->len; i > 0; i--)
    if (!g_hash_table_contains (there, g_ptr_array_index (self->ids, i - 1)))
      {
        g_ptr_array_remove_index (self->ids, i - 1);
        gtk_box_remove (self->cards, get_card (self, i - 1));
      }
}

/* The card of area @area comes from behind to its place, or is made for it. */
static void
place_card (MisGuideAreas *self, guint area, const char *id)
{
  GtkWidget *before = area > 0 ? get_card (self, area - 1) : NULL;
  guint at;

  if (g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &at))
    {
      gtk_box_reorder_child_after (self->cards, get_card (self, at), before);
      g_ptr_array_remove_index (self->ids, at);
    }
  else
    gtk_box_insert_child_after (self->cards, new_card (self, area), before);
  g_ptr_array_insert (self->ids, (int)area, g_strdup (id));
}

/* Cards that stay keep the keyboard. */
static void
fit (MisGuideAreas *self, MisWorld *world)
{
  drop_gone (self, world);
  for (guint i = 0; i < count_cards (world); i++)
    if (i >= self->ids->len ||
        !g_str_equal (g_ptr_array_index (self->ids, i), get_id (world, i)))
      place_card (self, i, get_id (world, i));
}

static void
show_fault (MisGuideAreas *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

static void
typing_cb (MisGuideAreas *self)
{
  show_fault (self, NULL);
}

/* Areas are named one after another; then what somebody could want in each, unless that was passed
 * over before. */
static void
go_on (MisGuideAreas *self)
{
  GtkWidget *bare = find_bare (gtk_widget_get_first_child (GTK_WIDGET (self->cards)));

  if (self->has_new && bare != NULL)
    mis_guide_area_take_focus (MIS_GUIDE_AREA (bare));
  else
    g_signal_emit (self, signals[DONE], 0);
  self->has_new = FALSE;
}

static gboolean
is_empty (MisGuideAreas *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return *name == '\0';
}

static void
entered_cb (MisGuideAreas *self)
{
  if (is_empty (self))
    go_on (self);
  else if (mis_guide_areas_commit (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Whoever wants to add something goes nowhere else. */
static void
add_cb (MisGuideAreas *self)
{
  if (!is_empty (self))
    {
      entered_cb (self);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  show_fault (self, _ ("Write the name of the problem area first."));
}

static void
mis_guide_areas_dispose (GObject *object)
{
  MisGuideAreas *self = MIS_GUIDE_AREAS (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_GUIDE_AREAS);
  G_OBJECT_CLASS (mis_guide_areas_parent_class)->dispose (object);
}

static void
mis_guide_areas_class_init (MisGuideAreasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_guide_areas_dispose;

  signals[DONE] = g_signal_new ("done", MIS_TYPE_GUIDE_AREAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/guide-areas.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGuideAreas, cards);
  gtk_widget_class_bind_template_child (widget_class, MisGuideAreas, entry);
  gtk_widget_class_bind_template_child (widget_class, MisGuideAreas, fault);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);
}

static void
mis_guide_areas_init (MisGuideAreas *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_guide_follow_focus (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
}

void
mis_guide_areas_set_document (MisGuideAreas *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_GUIDE_AREAS (self));

  clear (self);
  gtk_editable_set_text (self->entry, "");
  g_set_object (&self->document, document);
}

void
mis_guide_areas_update (MisGuideAreas *self)
{
  guint area = 0;

  g_return_if_fail (MIS_IS_GUIDE_AREAS (self) && self->document != NULL);

  fit (self, mis_document_get_world (self->document));
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    mis_guide_area_update (MIS_GUIDE_AREA (card), area++);
  gtk_widget_set_visible (GTK_WIDGET (self->cards), self->ids->len > 0);
}

/* The goals that are being typed, card by card. */
static gboolean
commit_cards (MisGuideAreas *self)
{
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    if (!mis_guide_area_commit (MIS_GUIDE_AREA (card)))
      return FALSE;
  return TRUE;
}

gboolean
mis_guide_areas_commit (MisGuideAreas *self)
{
  g_autofree char *name = NULL, *step = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;

  g_return_val_if_fail (MIS_IS_GUIDE_AREAS (self) && self->document != NULL, FALSE);

  if (!commit_cards (self))
    return FALSE;
  name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  show_fault (self, NULL);
  if (*name == '\0')
    return TRUE;
  edited = mis_world_with_area_named (mis_document_get_world (self->document), name, &error);
  show_fault (self, edited == NULL ? error->message : NULL);
  if (edited == NULL)
    return FALSE;
  gtk_editable_set_text (self->entry, "");
  /* Translators: a step to undo; what is added is called so */
  step = g_strdup_printf (_ ("Add “%s”"), name);
  mis_document_edit (self->document, edited, step);
  self->has_new = TRUE;
  return TRUE;
}

void
mis_guide_areas_take_focus (MisGuideAreas *self)
{
  GtkWidget *bare;

  g_return_if_fail (MIS_IS_GUIDE_AREAS (self) && self->document != NULL);

  /* Where areas have nothing to want yet, that is what comes next. */
  bare = find_bare (gtk_widget_get_first_child (GTK_WIDGET (self->cards)));
  if (bare != NULL)
    mis_guide_area_take_focus (MIS_GUIDE_AREA (bare));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
