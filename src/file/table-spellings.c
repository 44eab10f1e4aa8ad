/* Goals of a table that differ only in capitals or spaces: how most cells spell them. */
#include "file/table-plan-private.h"

#include <string.h>

#include "file/table-contents.h"
#include "file/table-words.h"

static void
clear_spelling (gpointer data)
{
  MisTableSpelling *spelling = data;

  g_free (spelling->text);
  g_free (spelling->usual);
}

static GArray *
new_spellings (void)
{
  GArray *spellings = g_array_new (FALSE, FALSE, sizeof (MisTableSpelling));

  g_array_set_clear_func (spellings, clear_spelling);
  return spellings;
}

static void
add_spelling (GArray *spellings, guint column, const char *text, const char *usual, guint64 n)
{
  MisTableSpelling spelling = { column, g_strdup (text), g_strdup (usual), n };

  g_array_append_val (spellings, spelling);
}

GArray *
mis_table_plan_copy_spellings (const MisTablePlan *plan)
{
  GArray *copy = new_spellings ();

  for (guint i = 0; i < plan->spellings->len; i++)
    {
      const MisTableSpelling *one = &g_array_index (plan->spellings, MisTableSpelling, i);

      add_spelling (copy, one->column, one->text, one->usual, one->n);
    }
  return copy;
}

/* Answers that are none are not goals, however they are spelt. */
static gboolean
is_goal (const MisTablePlan *plan, const char *text)
{
  for (guint i = 0; i < plan->answers->len; i++)
    {
      const MisTableAnswer *answer = &g_array_index (plan->answers, MisTableAnswer, i);

      if ((answer->is_special || answer->way != MIS_TABLE_AS_GOAL) &&
          strcmp (answer->text, text) == 0)
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): a goal without capitals and spaces -> its commonest word, the first of those
 * that are as common. */
static GHashTable *
list_usual (const MisTableColumn *column)
{
  GHashTable *usual = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < column->words->len; i++)
    {
      const MisTableWord *word = &g_array_index (column->words, MisTableWord, i);
      char *folded = mis_name_fold (word->text);
      const MisTableWord *other = g_hash_table_lookup (usual, folded);

      if (other == NULL || word->n > other->n)
        g_hash_table_replace (usual, folded, (gpointer)word);
      else
        g_free (folded);
    }
  return usual;
}

static void
add_column (const MisTablePlan *plan, const MisTableColumn *column, guint index, GArray *spellings)
{
  g_autoptr (GHashTable) usual = list_usual (column);

  for (guint i = 0; i < column->words->len; i++)
    {
      const MisTableWord *word = &g_array_index (column->words, MisTableWord, i);
      g_autofree char *folded = mis_name_fold (word->text);
      const MisTableWord *other = g_hash_table_lookup (usual, folded);

      if (other != word && is_goal (plan, word->text) && is_goal (plan, other->text))
        add_spelling (spellings, index, word->text, other->text, word->n);
    }
}

void
mis_table_plan_find_spellings (MisTablePlan *plan, const MisTableProfile *profile)
{
  g_clear_pointer (&plan->spellings, g_array_unref);
  plan->spellings = new_spellings ();
  for (guint i = 0; i < plan->n_columns; i++)
    if (mis_table_plan_has_goals (plan, i))
      add_column (plan, &profile->columns[i], i, plan->spellings);
}

static void
free_words (gpointer words)
{
  if (words != NULL)
    mis_table_words_free (words);
}

GPtrArray *
mis_table_plan_list_spellings (const MisTablePlan *plan)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (free_words);

  g_ptr_array_set_size (columns, (int)plan->n_columns);
  for (guint i = 0; plan->unites_spellings && i < plan->spellings->len; i++)
    {
      const MisTableSpelling *one = &g_array_index (plan->spellings, MisTableSpelling, i);
      gpointer *words = &g_ptr_array_index (columns, one->column);

      if (*words == NULL)
        *words = mis_table_words_new ();
      mis_table_words_add_id (*words, one->text, (int)i);
    }
  return columns;
}
