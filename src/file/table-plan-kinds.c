/* The words of a table for kinds of agents, and what each is taken for. */
#include "file/table-plan-private.h"

#include <string.h>

#include "file/table-kinds.h"

static void
clear_word (gpointer data)
{
  g_free (((MisTableKindWord *)data)->text);
}

static GArray *
new_words (void)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (MisTableKindWord));

  g_array_set_clear_func (words, clear_word);
  return words;
}

GArray *
mis_table_plan_copy_kinds (const MisTablePlan *plan)
{
  GArray *copy = new_words ();

  for (guint i = 0; i < plan->kinds->len; i++)
    {
      MisTableKindWord word = g_array_index (plan->kinds, MisTableKindWord, i);

      word.text = g_strdup (word.text);
      g_array_append_val (copy, word);
    }
  return copy;
}

/* What nobody knows is asked first, then what most rows are. */
static int
compare_words (gconstpointer a, gconstpointer b)
{
  const MisTableKindWord *first = a, *second = b;

  if (first->is_known != second->is_known)
    return first->is_known ? 1 : -1;
  if (first->n != second->n)
    return first->n > second->n ? -1 : 1;
  return strcmp (first->text, second->text);
}

static void
add_column (GArray *words, const MisTableColumn *column)
{
  for (guint i = 0; i < column->words->len; i++)
    {
      const MisTableWord *found = &g_array_index (column->words, MisTableWord, i);
      MisTableKindWord word = { .n = found->n };

      word.text = g_strdup (found->text);
      word.is_known = mis_table_kind_guess (word.text, &word.kind);
      g_array_append_val (words, word);
    }
}

/* What somebody has said stays. */
static void
keep_choices (GArray *words, const GArray *old)
{
  for (guint i = 0; i < words->len; i++)
    for (guint j = 0; old != NULL && j < old->len; j++)
      {
        MisTableKindWord *word = &g_array_index (words, MisTableKindWord, i);
        const MisTableKindWord *before = &g_array_index (old, MisTableKindWord, j);

        if (strcmp (word->text, before->text) == 0)
          word->kind = before->kind;
      }
}

/* Whether the kinds alone say less than the words: one is not known, or two are of one kind. */
static gboolean
says_less (const GArray *words)
{
  guint n[MIS_KIND_OTHER + 1] = { 0 };

  for (guint i = 0; i < words->len; i++)
    {
      const MisTableKindWord *word = &g_array_index (words, MisTableKindWord, i);

      if (!word->is_known || ++n[word->kind] > 1)
        return TRUE;
    }
  return FALSE;
}

void
mis_table_plan_find_kinds (MisTablePlan *plan, const MisTableProfile *profile)
{
  GArray *words = new_words ();

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].use == MIS_TABLE_USE_KIND)
      add_column (words, &profile->columns[i]);
  keep_choices (words, plan->kinds);
  if (plan->kinds == NULL || plan->kinds->len == 0)
    plan->keeps_kinds = says_less (words);
  g_array_sort (words, compare_words);
  g_clear_pointer (&plan->kinds, g_array_unref);
  plan->kinds = words;
}
