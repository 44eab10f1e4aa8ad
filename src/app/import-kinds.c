#include "app/import-kinds.h"

#include <glib/gi18n.h>

#include "file/table-kinds.h"
#include "report/number-text.h"

struct _MisImportKinds
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GPtrArray *rows; /* (element-type AdwComboRow): in the order of the plan's words */
  GtkSwitch *keep_switch;
  GtkWidget *keep_row; /* behind them */
  MisTablePlan *plan;
  gboolean filling;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MisImportKinds, mis_import_kinds, ADW_TYPE_BIN)

static MisTableKindWord *
get_word (MisImportKinds *self, guint row)
{
  return &g_array_index (self->plan->kinds, MisTableKindWord, row);
}

/* (transfer full): how many rows hold a word, and whether somebody has to say what it is. */
static char *
describe (const MisTableKindWord *word)
{
  g_autofree char *count = mis_count_text (word->n);
  gulong n = (gulong)MIN (word->n, G_MAXLONG);

  if (word->is_known)
    return g_strdup_printf (ngettext ("%s row", "%s rows", n), count);
  return g_strdup_printf (ngettext ("%s row. Nobody knows this word here: choose what it means.",
                                    "%s rows. Nobody knows this word here: choose what it means.",
                                    n),
                          count);
}

static void
selected_cb (MisImportKinds *self, GParamSpec *pspec, AdwComboRow *row)
{
  guint index;

  if (self->filling || !g_ptr_array_find (self->rows, row, &index))
    return;
  get_word (self, index)->kind = (MisKind)adw_combo_row_get_selected (row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
keep_cb (MisImportKinds *self)
{
  if (self->filling)
    return;
  self->plan->keeps_kinds = gtk_switch_get_active (self->keep_switch);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GListModel *
new_choices (void)
{
  GtkStringList *choices = gtk_string_list_new (NULL);

  for (guint i = 0; mis_kinds[i].nick != NULL; i++)
    gtk_string_list_append (choices, g_dgettext (GETTEXT_PACKAGE, mis_kinds[i].label));
  return G_LIST_MODEL (choices);
}

static void
add_row (MisImportKinds *self, const MisTableKindWord *word)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GListModel) choices = new_choices ();
  g_autofree char *description = describe (word);
  /* Translators: a word for a kind of agents */
  g_autofree char *title = g_strdup_printf (_ ("“%s”"), word->text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), description);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), choices);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), word->kind);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_keep_row (MisImportKinds *self)
{
  GtkWidget *toggle = gtk_switch_new ();

  self->keep_row = adw_action_row_new ();
  self->keep_switch = GTK_SWITCH (toggle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (self->keep_switch, self->plan->keeps_kinds);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->keep_row),
                                 _ ("Keep these words as the agents’ principal"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->keep_row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self->keep_row), toggle);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, self->keep_row);
}

static void
clear (MisImportKinds *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (self->keep_row != NULL)
    adw_preferences_group_remove (self->group, self->keep_row);
  self->keep_row = NULL;
  self->keep_switch = NULL;
}

/* Words that the program itself writes need no interpreter. */
static gboolean
has_others (const MisTablePlan *plan)
{
  for (guint i = 0; i < plan->kinds->len; i++)
    if (!mis_table_kind_is_own (g_array_index (plan->kinds, MisTableKindWord, i).text))
      return TRUE;
  return FALSE;
}

static void
mis_import_kinds_dispose (GObject *object)
{
  g_clear_pointer (&MIS_IMPORT_KINDS (object)->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (mis_import_kinds_parent_class)->dispose (object);
}

static void
mis_import_kinds_class_init (MisImportKindsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mis_import_kinds_dispose;
  signals[CHANGED] = g_signal_new ("changed", MIS_TYPE_IMPORT_KINDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
mis_import_kinds_init (MisImportKinds *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (self->group, _ ("Kinds of Agents"));
  adw_preferences_group_set_description (
      self->group, _ ("What each word of the table is taken for. It does not change the score."));
  adw_bin_set_child (ADW_BIN (self), group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
mis_import_kinds_show (MisImportKinds *self, MisTablePlan *plan)
{
  g_return_if_fail (MIS_IS_IMPORT_KINDS (self));

  self->plan = plan;
  self->filling = TRUE;
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), has_others (plan));
  if (has_others (plan))
    {
      for (guint i = 0; i < MIN (plan->kinds->len, MIS_IMPORT_MOST_KINDS); i++)
        add_row (self, get_word (self, i));
      add_keep_row (self);
    }
  self->filling = FALSE;
}

void
mis_import_kinds_choose (MisImportKinds *self, guint row, MisKind kind)
{
  g_return_if_fail (MIS_IS_IMPORT_KINDS (self) && row < self->rows->len);

  adw_combo_row_set_selected (g_ptr_array_index (self->rows, row), kind);
}
