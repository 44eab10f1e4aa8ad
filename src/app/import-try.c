/* The table of an import tried out as it is chosen; and in the other ways in which its answers can
 * be read, one after another. */
#include "app/import-dialog-private.h"

#include <math.h>

/* Rows of which so many are alike as a rule that nobody wants to see each. */
#define MANY_ROWS 1000u

GCancellable *
mis_import_dialog_renew_cancellable (MisImportDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  return self->cancellable;
}

gpointer
mis_import_dialog_leave (MisImportDialog *self)
{
  GWeakRef *left = g_new (GWeakRef, 1);

  g_weak_ref_init (left, self);
  return left;
}

MisImportDialog *
mis_import_dialog_return (gpointer left)
{
  MisImportDialog *self = g_weak_ref_get (left);

  g_weak_ref_clear (left);
  g_free (left);
  return self;
}

static double
get_conflict (MisImportDialog *self)
{
  switch (adw_combo_row_get_selected (self->clash_row))
    {
    case MIS_CLASH_NEVER:
      return 0.0;
    case MIS_CLASH_TYPED:
      return gtk_spin_button_get_value (self->conflict_spin);
    case MIS_CLASH_EXCLUSIVE:
    default:
      return 1.0;
    }
}

gboolean
mis_import_dialog_is_new (MisImportDialog *self)
{
  return self->base == NULL || adw_combo_row_get_selected (self->into_row) == 0;
}

static MisImportRequest
make_request (MisImportDialog *self, const MisTablePlan *plan)
{
  MisTableHow how = MIS_TABLE_ADD;

  if (gtk_switch_get_active (self->merge_switch))
    how |= MIS_TABLE_MERGE;
  if (!mis_import_dialog_is_new (self) && adw_combo_row_get_selected (self->into_row) == 2)
    how |= MIS_TABLE_REPLACE;
  return (MisImportRequest){
    self->table,         plan, mis_import_dialog_is_new (self) ? NULL : self->base, how,
    get_conflict (self), TRUE
  };
}

/* The ways of all answers in a row, those that are chosen left out: their score is known. */
static gboolean
find_next_way (MisImportDialog *self, guint *row, MisTableWay *way)
{
  guint n_ways = mis_import_answers_get_n (self->answers) * MIS_TABLE_N_WAYS;

  for (; self->n_compared < n_ways; self->n_compared++)
    {
      guint answer;

      *row = self->n_compared / MIS_TABLE_N_WAYS;
      *way = self->n_compared % MIS_TABLE_N_WAYS;
      answer = mis_import_answers_get_answer (self->answers, *row);
      if (g_array_index (self->plan->answers, MisTableAnswer, answer).way != *way)
        return TRUE;
    }
  return FALSE;
}

static void compare_next (MisImportDialog *self);

static double
get_score (const MisImportResult *result)
{
  return result->has_score ? result->score : 0.0;
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MisImportDialog) self = mis_import_dialog_return (user_data);
  g_autoptr (MisImportResult) tried = mis_import_try_finish (result);

  /* Somebody has changed something meanwhile, or has closed the dialog. */
  if (self == NULL || tried == NULL)
    return;
  mis_import_answers_set_score (self->answers, self->n_compared / MIS_TABLE_N_WAYS,
                                self->n_compared % MIS_TABLE_N_WAYS, get_score (tried));
  self->n_compared++;
  compare_next (self);
}

static void
compare_next (MisImportDialog *self)
{
  g_autoptr (MisTablePlan) plan = NULL;
  MisImportRequest request;
  MisTableWay way;
  guint row;

  if (!find_next_way (self, &row, &way))
    return;
  plan = mis_table_plan_copy (self->plan);
  g_array_index (plan->answers, MisTableAnswer, mis_import_answers_get_answer (self->answers, row))
      .way = way;
  request = make_request (self, plan);
  /* Groups make no difference to a score, but save room. */
  request.how |= MIS_TABLE_MERGE;
  request.is_whole = FALSE;
  mis_import_try_async (&request, self->cancellable, compared_cb, mis_import_dialog_leave (self));
}

/* In the ways that are chosen the score is that of the whole. */
static void
show_scores (MisImportDialog *self)
{
  for (guint i = 0; i < mis_import_answers_get_n (self->answers); i++)
    for (guint way = 0; way < MIS_TABLE_N_WAYS; way++)
      {
        guint index = mis_import_answers_get_answer (self->answers, i);
        gboolean is_chosen = g_array_index (self->plan->answers, MisTableAnswer, index).way == way;

        mis_import_answers_set_score (self->answers, i, way,
                                      is_chosen && self->result != NULL ? get_score (self->result)
                                                                        : (double)NAN);
      }
}

/* Merging is proposed where there are many rows, or where half of them go. */
static gboolean
propose_merging (MisImportDialog *self)
{
  const MisTableSummary *summary = &self->result->summary;
  gboolean helps = summary->n_rows > MANY_ROWS || 2 * summary->n_merged >= summary->n_rows;

  if (self->merge_is_chosen || self->result->world == NULL)
    return FALSE;
  self->merge_is_chosen = TRUE;
  if (helps == gtk_switch_get_active (self->merge_switch))
    return FALSE;
  self->filling = TRUE;
  gtk_switch_set_active (self->merge_switch, helps);
  self->filling = FALSE;
  return TRUE;
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (MisImportDialog) self = mis_import_dialog_return (user_data);
  g_autoptr (MisImportResult) tried = mis_import_try_finish (result);

  if (self == NULL || tried == NULL)
    return;
  g_clear_pointer (&self->result, mis_import_result_free);
  self->result = g_steal_pointer (&tried);
  if (propose_merging (self))
    {
      mis_import_dialog_try_out (self);
      return;
    }
  self->n_compared = 0;
  if (self->result->world != NULL)
    show_scores (self);
  mis_import_dialog_show_result (self);
  if (self->result->world != NULL)
    compare_next (self);
}

void
mis_import_dialog_try_out (MisImportDialog *self)
{
  g_autoptr (GPtrArray) problems = mis_table_plan_list_problems (self->plan);
  GCancellable *cancellable = mis_import_dialog_renew_cancellable (self);
  MisImportRequest request = make_request (self, self->plan);

  g_clear_pointer (&self->result, mis_import_result_free);
  show_scores (self);
  if (problems->len > 0)
    {
      mis_import_dialog_show_problems (self, problems);
      return;
    }
  mis_import_dialog_show_busy (self);
  mis_import_try_async (&request, cancellable, tried_cb, mis_import_dialog_leave (self));
}
