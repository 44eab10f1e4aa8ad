#include "app/import-answers.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/import-words.h"
#include "app/name-factory.h"
#include "report/number-text.h"

/* One answer that looks like none. */
typedef struct
{
  guint answer; /* of the plan */
  GtkToggleButton *buttons[MIS_TABLE_N_WAYS];
  GtkLabel *scores[MIS_TABLE_N_WAYS];
} Row;

struct _MisImportAnswers
{
  AdwBin parent_instance;

  GtkListBox *list;
  AdwComboRow *other_row;
  GtkWidget *others; /* around it: a list without a row is a line */
  MisTablePlan *plan;
  GArray *rows; /* (element-type Row) */
  guint source; /* an answer has been chosen that is to get a row */
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const struct
{
  const char *label;
  const char *tooltip;
} ways[MIS_TABLE_N_WAYS] = {
  [MIS_TABLE_AS_GOAL] = { N_ ("A goal"), N_ ("Clashes with other answers, as any goal does") },
  [MIS_TABLE_AS_NO_GOAL] = { N_ ("No goal"), N_ ("Was asked and wants nothing here: counts, and "
                                                 "clashes with nobody") },
  [MIS_TABLE_AS_UNKNOWN] = { N_ ("Unknown"),
                             N_ ("Not asked, or not known: is left out of this problem area") },
};

G_DEFINE_FINAL_TYPE (MisImportAnswers, mis_import_answers, ADW_TYPE_BIN)

static MisTableAnswer *
get_answer (MisImportAnswers *self, guint answer)
{
  return &g_array_index (self->plan->answers, MisTableAnswer, answer);
}

static void
toggled_cb (GtkToggleButton *button, MisImportAnswers *self)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->rows->len; i++)
    for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
      if (g_array_index (self->rows, Row, i).buttons[way] == button)
        get_answer (self, g_array_index (self->rows, Row, i).answer)->way = way;
  g_signal_emit (self, signals[CHANGED], 0);
}

static GtkWidget *
new_button (MisImportAnswers *self, Row *row, MisTableWay way, const char *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (_ (ways[way].label)), *score = gtk_label_new ("");
  /* Translators: an answer, as in “pass”, and how it is taken: "No goal" */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: %s"), name, _ (ways[way].label));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (score, "caption");
  gtk_widget_add_css_class (score, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), score);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, _ (ways[way].tooltip));
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  row->buttons[way] = GTK_TOGGLE_BUTTON (button);
  row->scores[way] = GTK_LABEL (score);
  if (way > 0)
    gtk_toggle_button_set_group (row->buttons[way], row->buttons[0]);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static GtkWidget *
new_title (const char *name, guint64 n)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (name), *caption;
  g_autofree char *count = mis_count_text (n);
  g_autofree char *text =
      g_strdup_printf (ngettext ("%s cell", "%s cells", (gulong)MIN (n, 1000000)), count);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  caption = gtk_label_new (text);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), caption);
  return box;
}

static void
add_row (MisImportAnswers *self, guint index)
{
  const MisTableAnswer *answer = get_answer (self, index);
  g_autofree char *name = mis_import_words_answer (answer->text);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Row entry = { .answer = index };

  gtk_widget_add_css_class (linked, "linked");
  gtk_box_set_homogeneous (GTK_BOX (linked), TRUE);
  for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
    gtk_box_append (GTK_BOX (linked), new_button (self, &entry, way, name));
  gtk_toggle_button_set_active (entry.buttons[answer->way], TRUE);
  gtk_widget_add_css_class (box, "import-answer");
  gtk_box_append (GTK_BOX (box), new_title (name, answer->n));
  gtk_box_append (GTK_BOX (box), linked);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
  g_array_append_val (self->rows, entry);
}

/* Other answers, which are goals until somebody says that they are none. */
static void
fill_others (MisImportAnswers *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Choose…"));
  for (guint i = 0; i < self->plan->answers->len; i++)
    if (!get_answer (self, i)->is_special)
      gtk_string_list_append (names, get_answer (self, i)->text);
  adw_combo_row_set_model (self->other_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (self->others, g_list_model_get_n_items (G_LIST_MODEL (names)) > 1);
}

/* It moves up to those that have a row. */
static gboolean
move_up_cb (gpointer user_data)
{
  MisImportAnswers *self = user_data;
  guint chosen = adw_combo_row_get_selected (self->other_row);
  guint n = 0;

  self->source = 0;
  for (guint i = 0; i < self->plan->answers->len; i++)
    {
      MisTableAnswer *answer = get_answer (self, i);

      if (answer->is_special || ++n != chosen)
        continue;
      answer->is_special = TRUE;
      answer->way = MIS_TABLE_AS_NO_GOAL;
      break;
    }
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

/* Not at once: GTK holds on to the menu in which it was chosen. */
static void
other_chosen_cb (MisImportAnswers *self)
{
  guint chosen = adw_combo_row_get_selected (self->other_row);

  if (!self->filling && self->source == 0 && chosen != 0 && chosen != GTK_INVALID_LIST_POSITION)
    self->source = g_idle_add (move_up_cb, self);
}

static void
mis_import_answers_dispose (GObject *object)
{
  MisImportAnswers *self = MIS_IMPORT_ANSWERS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->rows, g_array_unref);
  G_OBJECT_CLASS (mis_import_answers_parent_class)->dispose (object);
}

static void
mis_import_answers_class_init (MisImportAnswersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_import_answers_dispose;
  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_IMPORT_ANSWERS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_import_answers_init (MisImportAnswers *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new (), *others = gtk_list_box_new ();
  GtkWidget *row = adw_combo_row_new ();

  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->list = GTK_LIST_BOX (list);
  self->other_row = ADW_COMBO_ROW (row);
  self->others = others;
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (others), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (others, "boxed-list");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Another answer that is none"));
  adw_combo_row_set_use_subtitle (self->other_row, TRUE);
  mis_name_factory_set_row (self->other_row);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (other_chosen_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (others), row);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), others);
  adw_bin_set_child (ADW_BIN (self), box);
}

void
mis_import_answers_show (MisImportAnswers *self, MisTablePlan *plan)
{
  GtkListBoxRow *row;

  g_return_if_fail (MIS_IS_IMPORT_ANSWERS (self));

  self->plan = plan;
  self->filling = TRUE;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < plan->answers->len && self->rows->len < MIS_IMPORT_MOST_ANSWERS; i++)
    if (get_answer (self, i)->is_special)
      add_row (self, i);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->rows->len > 0);
  fill_others (self);
  gtk_widget_set_visible (GTK_WIDGET (self), plan->answers->len > 0);
  self->filling = FALSE;
}

guint
mis_import_answers_get_n (MisImportAnswers *self)
{
  return self->rows->len;
}

guint
mis_import_answers_get_answer (MisImportAnswers *self, guint row)
{
  return g_array_index (self->rows, Row, row).answer;
}

void
mis_import_answers_set_score (MisImportAnswers *self, guint row, MisTableWay way, double score)
{
  g_autofree char *text = isnan (score) ? g_strdup ("…") : mis_score_text (score);

  g_return_if_fail (MIS_IS_IMPORT_ANSWERS (self) && row < self->rows->len);

  gtk_label_set_label (g_array_index (self->rows, Row, row).scores[way], text);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (g_array_index (self->rows, Row, row).buttons[way]),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

void
mis_import_answers_clear (MisImportAnswers *self)
{
  g_return_if_fail (MIS_IS_IMPORT_ANSWERS (self));

  for (guint i = 0; i < self->rows->len; i++)
    for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
      gtk_label_set_label (g_array_index (self->rows, Row, i).scores[way], "–");
}

void
mis_import_answers_choose (MisImportAnswers *self, guint row, MisTableWay way)
{
  g_return_if_fail (MIS_IS_IMPORT_ANSWERS (self) && row < self->rows->len);

  gtk_toggle_button_set_active (g_array_index (self->rows, Row, row).buttons[way], TRUE);
}

const char *
mis_import_answers_get_text (MisImportAnswers *self, guint row, MisTableWay way)
{
  g_return_val_if_fail (MIS_IS_IMPORT_ANSWERS (self) && row < self->rows->len, NULL);

  return gtk_label_get_label (g_array_index (self->rows, Row, row).scores[way]);
}
