/* Goals of a table that differ only in capitals or spaces, from each other or from those of the
 * project that takes it up: how that spells them, or most cells. */
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

/* The goals of the project that the cells of a column may mean. */
typedef struct
{
  GHashTable *names; /* a goal without capitals and spaces -> its name; "" where there are two */
  GHashTable *ids;
} Known;

static void
add_known (Known *known, const MisGoal *goal)
{
  char *folded = mis_name_fold (goal->name);
  const char *other = g_hash_table_lookup (known->names, folded);
  const char *name = other == NULL || strcmp (other, goal->name) == 0 ? goal->name : "";

  g_hash_table_replace (known->names, folded, (gpointer)name);
  g_hash_table_add (known->ids, goal->id);
}

/* Whether the reader takes @label for an area that the project has. */
static gboolean
is_called (const MisArea *area, const char *label)
{
  return g_ascii_strcasecmp (mis_area_get_id (area), label) == 0 ||
         strcmp (mis_area_get_name (area), label) == 0;
}

/* In the long form goals of all areas stand in one column. */
static void
known_init (Known *known, const MisTablePlan *plan, guint column)
{
  guint n_areas = plan->base != NULL ? mis_world_get_n_areas (plan->base) : 0;

  known->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  known->ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < n_areas; i++)
    {
      const MisArea *area = mis_world_get_area (plan->base, i);

      if (plan->is_long || is_called (area, plan->labels[column]))
        for (guint j = 0; j < mis_area_get_n_goals (area); j++)
          add_known (known, mis_area_get_goal (area, j));
    }
}

static void
known_clear (Known *known)
{
  g_hash_table_unref (known->names);
  g_hash_table_unref (known->ids);
}

/* How @word is to be spelt: as the project does, else as the cells do; "" where nobody knows. */
static const char *
find_usual (const Known *known, GHashTable *usual, const char *word)
{
  g_autofree char *folded = mis_name_fold (word);
  const char *name = g_hash_table_lookup (known->names, folded);

  if (g_hash_table_contains (known->ids, word))
    return word;
  return name != NULL ? name : ((const MisTableWord *)g_hash_table_lookup (usual, folded))->text;
}

static void
add_column (const MisTablePlan *plan, const MisTableColumn *column, guint index, GArray *spellings)
{
  g_autoptr (GHashTable) usual = list_usual (column);
  Known known;

  known_init (&known, plan, index);
  for (guint i = 0; i < column->words->len; i++)
    {
      const MisTableWord *word = &g_array_index (column->words, MisTableWord, i);
      const char *name = find_usual (&known, usual, word->text);

      if (*name != '\0' && strcmp (name, word->text) != 0 && is_goal (plan, word->text) &&
          is_goal (plan, name))
        add_spelling (spellings, index, word->text, name, word->n);
    }
  known_clear (&known);
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
