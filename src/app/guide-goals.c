#include "app/guide-goals.h"

#include <glib/gi18n.h>

#include "app/guide-choice.h"
#include "document/elicitation-answer.h"

struct _MisGuideGoals
{
  AdwBin parent_instance;

  GtkListBox *rows;
  GtkCheckButton *group; /* never in sight */
  MisArea *area;         /* whose goals the rows are */

  MisDocument *document;
  MisInquiry question;
};

G_DEFINE_FINAL_TYPE (MisGuideGoals, mis_guide_goals, ADW_TYPE_BIN)

/* The goals of an area, then the two answers that are none. */
static int
get_goal (MisGuideGoals *self, int row)
{
  int n = (int)mis_area_get_n_goals (self->area);

  return row < n ? row : row == n ? MIS_NO_GOAL : MIS_UNKNOWN;
}

static void
chosen_cb (MisGuideGoals *self, GtkListBoxRow *row)
{
  g_autoptr (MisWorld) answered = NULL;
  g_autofree char *name = NULL;
  MisWorld *world;

  if (self->document == NULL)
    return;
  world = mis_document_get_world (self->document);
  answered = mis_inquiry_with_goal (&self->question, world,
                                    get_goal (self, gtk_list_box_row_get_index (row)));
  name = mis_inquiry_dup_action (&self->question, world);
  if (answered != NULL)
    mis_document_edit (self->document, answered, name);
}

static void
add_row (MisGuideGoals *self, const char *label, const char *detail, guint number)
{
  GtkWidget *row = mis_guide_choice_new (label, number, self->group);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->rows, row);
}

static void
clear (MisGuideGoals *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  g_clear_pointer (&self->area, mis_area_unref);
}

static void
fill (MisGuideGoals *self, MisArea *area)
{
  guint n = mis_area_get_n_goals (area);

  if (area == self->area)
    return;
  clear (self);
  self->area = mis_area_ref (area);
  for (guint g = 0; g < n; g++)
    add_row (self, mis_area_get_goal (area, g)->name, mis_area_get_goal (area, g)->description,
             g + 1);
  add_row (self, _ ("Wants nothing here"), _ ("Clashes with nobody in this problem area."), n + 1);
  add_row (self, _ ("Not known"), _ ("Does not count in this problem area."), n + 2);
}

static void
mis_guide_goals_dispose (GObject *object)
{
  MisGuideGoals *self = MIS_GUIDE_GOALS (object);

  g_clear_object (&self->document);
  g_clear_object (&self->group);
  g_clear_pointer (&self->area, mis_area_unref);
  G_OBJECT_CLASS (mis_guide_goals_parent_class)->dispose (object);
}

static void
mis_guide_goals_class_init (MisGuideGoalsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_guide_goals_dispose;
}

static void
mis_guide_goals_init (MisGuideGoals *self)
{
  GtkWidget *rows = gtk_list_box_new ();

  self->rows = GTK_LIST_BOX (rows);
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (rows, "boxed-list");
  self->group = g_object_ref_sink (GTK_CHECK_BUTTON (gtk_check_button_new ()));
  adw_bin_set_child (ADW_BIN (self), rows);
}

static MisGuideChoice *
find_row (MisGuideGoals *self, int goal)
{
  for (int i = 0;; i++)
    if (get_goal (self, i) == goal)
      return MIS_GUIDE_CHOICE (gtk_list_box_get_row_at_index (self->rows, i));
}

void
mis_guide_goals_ask (MisGuideGoals *self, MisDocument *document, const MisInquiry *question)
{
  g_return_if_fail (MIS_IS_GUIDE_GOALS (self));

  g_set_object (&self->document, document);
  if (document == NULL)
    return;
  self->question = *question;
  fill (self, mis_world_get_area (mis_document_get_world (document), question->area));
  mis_guide_choice_show (find_row (self, question->g));
}

gboolean
mis_guide_goals_choose (MisGuideGoals *self, guint digit)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (MIS_IS_GUIDE_GOALS (self), FALSE);

  row = digit > 0 ? gtk_list_box_get_row_at_index (self->rows, (int)digit - 1) : NULL;
  if (row == NULL)
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (row));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  return TRUE;
}

void
mis_guide_goals_take_focus (MisGuideGoals *self)
{
  g_return_if_fail (MIS_IS_GUIDE_GOALS (self));

  mis_guide_choice_focus_chosen (self->rows);
}
