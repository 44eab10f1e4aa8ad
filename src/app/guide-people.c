#include "app/guide-people.h"

#include <glib/gi18n.h>

#include "app/guide-follow.h"
#include "app/guide-group.h"
#include "document/elicitation-answer.h"

/* Of a long table, more than these are changed in the Model view. */
#define MOST_ROWS 100u

struct _MisGuidePeople
{
  AdwBin parent_instance;

  GtkListBox *rows;
  GtkEditable *entry;
  GtkLabel *fault;

  MisDocument *document;
  GPtrArray *ids; /* of the groups that the rows are */
};

enum
{
  DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisGuidePeople, mis_guide_people, ADW_TYPE_BIN)

static void
clear (MisGuidePeople *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_ptr_array_set_size (self->ids, 0);
}

static guint
count_rows (MisWorld *world)
{
  return MIN (mis_world_get_n_agents (world), MOST_ROWS);
}

/* Rows of groups that are no longer among the first. */
static void
drop_gone (MisGuidePeople *self, MisWorld *world)
{
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < count_rows (world); i++)
    g_hash_table_add (there, mis_world_get_agent (world, i)->id);
  for (guint i = self->ids->len; i > 0; i--)
    if (!g_hash_table_contains (there, g_ptr_array_index (self->ids, i - 1)))
      {
        g_ptr_array_remove_index (self->ids, i - 1);
        gtk_list_box_remove (
            self->rows, GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int)i - 1)));
      }
}

/* (transfer full) (nullable): the row of a group, taken from behind its place. */
static GtkWidget *
take_row (MisGuidePeople *self, const char *id)
{
  guint at;
  GtkWidget *row;

  if (!g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &at))
    return NULL;
  row = g_object_ref (GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, (int)at)));
  g_ptr_array_remove_index (self->ids, at);
  gtk_list_box_remove (self->rows, row);
  return row;
}

/* Rows that stay keep the keyboard, and stay unfolded. */
static void
fit (MisGuidePeople *self, MisWorld *world)
{
  drop_gone (self, world);
  for (guint i = 0; i < count_rows (world); i++)
    {
      const char *id = mis_world_get_agent (world, i)->id;
      g_autoptr (GtkWidget) row = NULL;

      if (i < self->ids->len && g_str_equal (g_ptr_array_index (self->ids, i), id))
        continue;
      row = take_row (self, id);
      if (row == NULL)
        row = g_object_ref_sink (mis_guide_group_new (self->document, i));
      gtk_list_box_insert (self->rows, row, (int)i);
      g_ptr_array_insert (self->ids, (int)i, g_strdup (id));
    }
}

static void
show_fault (MisGuidePeople *self, const char *fault)
{
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
}

static void
typing_cb (MisGuidePeople *self)
{
  show_fault (self, NULL);
}

/* What can be said of a group is in sight as soon as it is named, and makes room for the next. */
static void
unfold_last (MisGuidePeople *self)
{
  for (guint i = 0; i < self->ids->len; i++)
    adw_expander_row_set_expanded (
        ADW_EXPANDER_ROW (gtk_list_box_get_row_at_index (self->rows, (int)i)),
        i + 1 == self->ids->len);
}

static gboolean
is_empty (MisGuidePeople *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));

  return *name == '\0';
}

/* Enter in the empty field goes on. */
static void
entered_cb (MisGuidePeople *self)
{
  if (is_empty (self))
    {
      g_signal_emit (self, signals[DONE], 0);
      return;
    }
  if (mis_guide_people_commit (self))
    unfold_last (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Whoever wants to add something goes nowhere else. */
static void
add_cb (MisGuidePeople *self)
{
  if (!is_empty (self))
    {
      entered_cb (self);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  show_fault (self, _ ("Write the name of the group first."));
}

static void
mis_guide_people_dispose (GObject *object)
{
  MisGuidePeople *self = MIS_GUIDE_PEOPLE (object);

  g_clear_object (&self->document);
  g_clear_pointer (&self->ids, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_GUIDE_PEOPLE);
  G_OBJECT_CLASS (mis_guide_people_parent_class)->dispose (object);
}

static void
mis_guide_people_class_init (MisGuidePeopleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_guide_people_dispose;

  signals[DONE] = g_signal_new ("done", MIS_TYPE_GUIDE_PEOPLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/guide-people.ui");
  gtk_widget_class_bind_template_child (widget_class, MisGuidePeople, rows);
  gtk_widget_class_bind_template_child (widget_class, MisGuidePeople, entry);
  gtk_widget_class_bind_template_child (widget_class, MisGuidePeople, fault);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, typing_cb);
}

static void
mis_guide_people_init (MisGuidePeople *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_guide_follow_focus (GTK_SCROLLED_WINDOW (adw_bin_get_child (ADW_BIN (self))));
}

void
mis_guide_people_set_document (MisGuidePeople *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_GUIDE_PEOPLE (self));

  clear (self);
  gtk_editable_set_text (self->entry, "");
  g_set_object (&self->document, document);
}

void
mis_guide_people_update (MisGuidePeople *self)
{
  g_return_if_fail (MIS_IS_GUIDE_PEOPLE (self) && self->document != NULL);

  fit (self, mis_document_get_world (self->document));
  for (guint i = 0; i < self->ids->len; i++)
    mis_guide_group_update (MIS_GUIDE_GROUP (gtk_list_box_get_row_at_index (self->rows, (int)i)),
                            i);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), self->ids->len > 0);
}

gboolean
mis_guide_people_commit (MisGuidePeople *self)
{
  g_autofree char *name = NULL, *step = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = NULL;

  g_return_val_if_fail (MIS_IS_GUIDE_PEOPLE (self) && self->document != NULL, FALSE);

  name = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  show_fault (self, NULL);
  if (*name == '\0')
    return TRUE;
  edited = mis_world_with_group_named (mis_document_get_world (self->document), name, &error);
  show_fault (self, edited == NULL ? error->message : NULL);
  if (edited == NULL)
    return FALSE;
  gtk_editable_set_text (self->entry, "");
  /* Translators: a step to undo; what is added is called so */
  step = g_strdup_printf (_ ("Add %s"), name);
  mis_document_edit (self->document, edited, step);
  return TRUE;
}

void
mis_guide_people_take_focus (MisGuidePeople *self)
{
  g_return_if_fail (MIS_IS_GUIDE_PEOPLE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
