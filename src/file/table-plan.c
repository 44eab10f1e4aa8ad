#include "file/table-plan-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Uses that one column at most can have. */
static const struct
{
  MisTableUse use;
  gboolean is_long_only;
  const char *label;
} single_uses[] = {
  { MIS_TABLE_USE_AGENT, FALSE, N_ ("the agent") },
  { MIS_TABLE_USE_NAME, FALSE, N_ ("the name") },
  { MIS_TABLE_USE_KIND, FALSE, N_ ("the kind") },
  { MIS_TABLE_USE_COUNT, FALSE, N_ ("the count") },
  { MIS_TABLE_USE_AREA, TRUE, N_ ("the problem area") },
  { MIS_TABLE_USE_GOAL, TRUE, N_ ("the goal") },
  { MIS_TABLE_USE_WEIGHT, TRUE, N_ ("the weight") },
  { MIS_TABLE_USE_LOW, TRUE, N_ ("the low end of the weight") },
  { MIS_TABLE_USE_HIGH, TRUE, N_ ("the high end of the weight") },
};

static void
clear_answer (gpointer data)
{
  g_free (((MisTableAnswer *)data)->text);
}

static GArray *
new_answers (void)
{
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (MisTableAnswer));

  g_array_set_clear_func (answers, clear_answer);
  return answers;
}

MisTablePlan *
mis_table_plan_new (const MisTableProfile *profile)
{
  MisTablePlan *plan = g_new0 (MisTablePlan, 1);

  plan->separator = profile->separator;
  plan->comma = profile->comma;
  plan->n_columns = profile->n_columns;
  plan->columns = g_new0 (MisTablePlanColumn, plan->n_columns);
  plan->labels = g_new0 (char *, plan->n_columns + 1);
  for (guint i = 0; i < plan->n_columns; i++)
    plan->labels[i] = g_strdup (profile->columns[i].label);
  plan->answers = new_answers ();
  plan->unites_spellings = TRUE;
  plan->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  mis_table_plan_set_form (plan, profile, mis_table_guess_form (profile));
  return plan;
}

MisTablePlan *
mis_table_plan_copy (const MisTablePlan *plan)
{
  MisTablePlan *copy = g_memdup2 (plan, sizeof *plan);
  GHashTableIter lines;
  gpointer line;

  copy->columns = g_memdup2 (plan->columns, plan->n_columns * sizeof *plan->columns);
  copy->labels = g_strdupv (plan->labels);
  copy->answers = new_answers ();
  copy->base = plan->base != NULL ? mis_world_ref (plan->base) : NULL;
  copy->kinds = mis_table_plan_copy_kinds (plan);
  copy->spellings = mis_table_plan_copy_spellings (plan);
  copy->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&lines, plan->left_out);
  while (g_hash_table_iter_next (&lines, &line, NULL))
    g_hash_table_add (copy->left_out, g_memdup2 (line, sizeof (guint64)));
  for (guint i = 0; i < plan->answers->len; i++)
    {
      MisTableAnswer answer = g_array_index (plan->answers, MisTableAnswer, i);

      answer.text = g_strdup (answer.text);
      g_array_append_val (copy->answers, answer);
    }
  return copy;
}

void
mis_table_plan_free (MisTablePlan *plan)
{
  g_free (plan->columns);
  g_strfreev (plan->labels);
  g_array_unref (plan->answers);
  g_array_unref (plan->kinds);
  g_array_unref (plan->spellings);
  g_clear_pointer (&plan->base, mis_world_unref);
  g_hash_table_unref (plan->left_out);
  g_free (plan);
}

void
mis_table_plan_set_form (MisTablePlan *plan, const MisTableProfile *profile, gboolean is_long)
{
  plan->is_long = is_long;
  mis_table_guess_columns (plan, profile);
  mis_table_plan_find_words (plan, profile);
}

void
mis_table_plan_set_base (MisTablePlan *plan, const MisTableProfile *profile, MisWorld *base)
{
  MisWorld *old = g_steal_pointer (&plan->base);

  plan->base = base != NULL ? mis_world_ref (base) : NULL;
  g_clear_pointer (&old, mis_world_unref);
  mis_table_plan_find_words (plan, profile);
}

gboolean
mis_table_plan_has_goals (const MisTablePlan *plan, guint column)
{
  return plan->columns[column].use == (plan->is_long ? MIS_TABLE_USE_GOAL : MIS_TABLE_USE_AREA);
}

static MisTableAnswer *
find_answer (GArray *answers, const char *text)
{
  for (guint i = 0; i < answers->len; i++)
    if (strcmp (g_array_index (answers, MisTableAnswer, i).text, text) == 0)
      return &g_array_index (answers, MisTableAnswer, i);
  return NULL;
}

/* Counts @n cells; @indices: text -> index into @answers + 1. */
static void
count_answer (GArray *answers, GHashTable *indices, const char *text, guint64 n)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (indices, text));
  MisTableAnswer answer = { .n = n, .way = MIS_TABLE_AS_GOAL };

  if (n == 0)
    return;
  if (index != 0)
    {
      g_array_index (answers, MisTableAnswer, index - 1).n += n;
      return;
    }
  answer.text = g_strdup (text);
  answer.is_special = mis_table_guess_way (text, &answer.way);
  g_array_append_val (answers, answer);
  g_hash_table_insert (indices, answer.text, GUINT_TO_POINTER (answers->len));
}

/* Special ones first, then by how often they are there. */
static int
compare_answers (gconstpointer a, gconstpointer b)
{
  const MisTableAnswer *first = a, *second = b;

  if (first->is_special != second->is_special)
    return first->is_special ? -1 : 1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->text, second->text);
}

static void
find_answers (MisTablePlan *plan, const MisTableProfile *profile)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *answers = new_answers ();

  for (guint i = 0; i < plan->n_columns; i++)
    {
      const MisTableColumn *column = &profile->columns[i];

      if (!mis_table_plan_has_goals (plan, i))
        continue;
      count_answer (answers, indices, "", column->n_empty);
      for (guint j = 0; j < column->words->len; j++)
        {
          const MisTableWord *word = &g_array_index (column->words, MisTableWord, j);

          count_answer (answers, indices, word->text, word->n);
        }
    }
  for (guint i = 0; i < plan->answers->len; i++)
    {
      const MisTableAnswer *old = &g_array_index (plan->answers, MisTableAnswer, i);
      MisTableAnswer *answer = old->is_special || old->way != MIS_TABLE_AS_GOAL
                                   ? find_answer (answers, old->text)
                                   : NULL;

      if (answer == NULL)
        continue;
      answer->way = old->way;
      answer->is_special = old->is_special;
    }
  g_array_sort (answers, compare_answers);
  g_array_unref (plan->answers);
  plan->answers = answers;
}

void
mis_table_plan_find_words (MisTablePlan *plan, const MisTableProfile *profile)
{
  find_answers (plan, profile);
  mis_table_plan_find_kinds (plan, profile);
  mis_table_plan_find_spellings (plan, profile);
}

static guint
count_use (const MisTablePlan *plan, MisTableUse use)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    n += plan->columns[i].use == use ? 1 : 0;
  return n;
}

static void
add_repeated (const MisTablePlan *plan, GPtrArray *problems)
{
  for (guint i = 0; i < G_N_ELEMENTS (single_uses); i++)
    if ((plan->is_long || !single_uses[i].is_long_only) && count_use (plan, single_uses[i].use) > 1)
      /* Translators: what a column is: "the agent", "the count" */
      g_ptr_array_add (problems,
                       g_strdup_printf (_ ("More than one column is said to be %s. Choose one."),
                                        _ (single_uses[i].label)));
}

/* Numbers of an area need the column with its goals. */
static void
add_ownerless (const MisTablePlan *plan, GPtrArray *problems)
{
  for (guint i = 0; i < plan->n_columns; i++)
    {
      const MisTablePlanColumn *column = &plan->columns[i];

      if (column->use >= MIS_TABLE_USE_WEIGHT &&
          (column->of >= plan->n_columns || plan->columns[column->of].use != MIS_TABLE_USE_AREA))
        g_ptr_array_add (
            problems,
            g_strdup_printf (_ ("“%s” holds weights of “%s”, which is not a problem area. Make "
                                "that a problem area, or leave the weights out."),
                             plan->labels[i],
                             column->of < plan->n_columns ? plan->labels[column->of] : ""));
    }
}

/* Two columns with the numbers of one area. */
static void
add_repeated_numbers (const MisTablePlan *plan, GPtrArray *problems)
{
  for (guint i = 0; i < plan->n_columns; i++)
    for (guint j = 0; j < i && plan->columns[i].use >= MIS_TABLE_USE_WEIGHT; j++)
      if (plan->columns[i].use == plan->columns[j].use &&
          plan->columns[i].of == plan->columns[j].of)
        g_ptr_array_add (
            problems,
            g_strdup_printf (_ ("“%s” and “%s” are said to be the same numbers. Choose one."),
                             plan->labels[j], plan->labels[i]));
}

GPtrArray *
mis_table_plan_list_problems (const MisTablePlan *plan)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func (g_free);

  add_repeated (plan, problems);
  if (count_use (plan, MIS_TABLE_USE_AREA) == 0)
    g_ptr_array_add (
        problems,
        g_strdup (plan->is_long ? _ ("Choose the column with the names of the problem areas.")
                                : _ ("Choose the columns that are problem areas: those that hold "
                                     "what the agents want, or what they answered.")));
  if (plan->is_long && count_use (plan, MIS_TABLE_USE_AGENT) == 0)
    g_ptr_array_add (problems, g_strdup (_ ("Choose the column that names the agents: an agent "
                                            "has a row for each problem area.")));
  if (plan->is_long && count_use (plan, MIS_TABLE_USE_GOAL) == 0)
    g_ptr_array_add (problems, g_strdup (_ ("Choose the column with the goals.")));
  if (!plan->is_long)
    {
      add_ownerless (plan, problems);
      add_repeated_numbers (plan, problems);
    }
  return problems;
}

/* Of a fault itself and the others in it. */
static guint
count_faults (const MisFault *fault)
{
  return 1 + (fault->others != NULL ? fault->others->len : 0);
}

static const MisFault *
get_fault (const MisFault *fault, guint index)
{
  return index == 0 ? fault : g_ptr_array_index (fault->others, index - 1);
}

/* The first line is the header, or stands before it; a table that is too large is so as a whole. */
static gboolean
is_new_line (const MisTablePlan *plan, const MisFault *fault)
{
  return fault->code == MIS_FILE_ERROR_TABLE && fault->line > 1 &&
         !g_hash_table_contains (plan->left_out, &fault->line);
}

gboolean
mis_table_plan_can_leave_out (const MisTablePlan *plan, const MisFault *fault)
{
  for (guint i = 0; i < count_faults (fault); i++)
    if (is_new_line (plan, get_fault (fault, i)))
      return TRUE;
  return FALSE;
}

gboolean
mis_table_plan_leave_out (MisTablePlan *plan, const MisFault *fault)
{
  guint before = g_hash_table_size (plan->left_out);

  for (guint i = 0; i < count_faults (fault); i++)
    {
      const MisFault *one = get_fault (fault, i);

      if (is_new_line (plan, one))
        g_hash_table_add (plan->left_out, g_memdup2 (&one->line, sizeof one->line));
    }
  return g_hash_table_size (plan->left_out) > before;
}
