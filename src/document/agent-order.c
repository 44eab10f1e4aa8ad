#include "document/agent-order.h"

#include <float.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "document/search-text.h"

GArray *
mis_agent_order_new (const MisWorld *world)
{
  guint n = mis_world_get_n_agents (world);
  GArray *order = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (order, i);
  return order;
}

/* What a filter looks for, and where. */
typedef struct
{
  const MisWorld *world;
  char **words;
  const guint *areas;
  MisGoalWords *const *goals;
  guint n_areas;
} Filter;

static gboolean
has_in_goals (const Filter *filter, guint row, const char *word)
{
  for (guint i = 0; i < filter->n_areas; i++)
    {
      int goal = mis_world_get_position (filter->world, row, filter->areas[i]).goal;

      if (goal >= 0 && strstr (mis_goal_words_get_folded (filter->goals[i], goal), word) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches (const Filter *filter, guint row)
{
  const MisAgent *agent = mis_world_get_agent (filter->world, row);
  g_autofree char *name = mis_search_text_fold (agent->name);
  g_autofree char *principal = mis_search_text_fold (agent->principal);

  for (guint i = 0; filter->words[i] != NULL; i++)
    if (strstr (name, filter->words[i]) == NULL && strstr (principal, filter->words[i]) == NULL &&
        !has_in_goals (filter, row, filter->words[i]))
      return FALSE;
  return TRUE;
}

void
mis_agent_order_filter (GArray *order,
                        const MisWorld *world,
                        const char *text,
                        const guint *areas,
                        MisGoalWords *const *words,
                        guint n_areas)
{
  g_autofree char *folded = mis_search_text_fold (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  const Filter filter = { world, parts, areas, words, n_areas };
  guint n = 0;

  for (guint i = 0; i < order->len; i++)
    {
      guint row = g_array_index (order, guint, i);

      if (matches (&filter, row))
        g_array_index (order, guint, n++) = row;
    }
  g_array_set_size (order, n);
}

/* Behind all values, whichever way these run. */
#define KEY_NO_GOAL DBL_MAX
#define KEY_LAST ((double)INFINITY)

typedef struct
{
  double key;
  guint row;
} Keyed;

/* A text among others: where the user's language puts it. */
typedef struct
{
  char *collated;
  guint number;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Ranked *)a)->collated, ((const Ranked *)b)->collated);
}

static char *
collate (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_utf8_collate_key_for_filename (folded, -1);
}

/* (transfer full) (array length=n): equal numbers for equal texts, and such as their order is. */
static double *
rank_texts (const char *const *texts, guint n)
{
  g_autofree Ranked *ranked = g_new (Ranked, MAX (n, 1));
  double *ranks = g_new (double, MAX (n, 1));
  double rank = -1.0;

  for (guint i = 0; i < n; i++)
    ranked[i] = (Ranked){ collate (texts[i]), i };
  qsort (ranked, n, sizeof (Ranked), compare_ranked);
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || compare_ranked (&ranked[i - 1], &ranked[i]) != 0)
        rank += 1.0;
      ranks[ranked[i].number] = *texts[ranked[i].number] != '\0' ? rank : KEY_LAST;
    }
  for (guint i = 0; i < n; i++)
    g_free (ranked[i].collated);
  return ranks;
}

static const char *
get_text (const MisAgent *agent, MisAgentField field)
{
  if (field == MIS_AGENT_KIND)
    return g_dgettext (GETTEXT_PACKAGE, mis_kinds[agent->kind].label);
  return field == MIS_AGENT_NAME ? agent->name : agent->principal;
}

/* Texts that many rows have are ordered once. */
static void
fill_text_keys (Keyed *keyed, guint n, const MisWorld *world, MisAgentField field)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autofree guint *number = g_new (guint, MAX (n, 1));
  g_autofree double *ranks = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *text = get_text (mis_world_get_agent (world, keyed[i].row), field);
      gpointer found;

      if (!g_hash_table_lookup_extended (numbers, text, NULL, &found))
        {
          found = GUINT_TO_POINTER (texts->len);
          g_hash_table_insert (numbers, (gpointer)text, found);
          g_ptr_array_add (texts, (gpointer)text);
        }
      number[i] = GPOINTER_TO_UINT (found);
    }
  ranks = rank_texts ((const char *const *)texts->pdata, texts->len);
  for (guint i = 0; i < n; i++)
    keyed[i].key = ranks[number[i]];
}

static void
fill_goal_keys (Keyed *keyed, guint n, const MisWorld *world, guint area, const MisGoalWords *words)
{
  guint n_goals = mis_area_get_n_goals (mis_goal_words_get_area (words));
  g_auto (GStrv) texts = mis_goal_words_dup_choices (words);
  g_autofree double *ranks = rank_texts ((const char *const *)texts, n_goals);

  for (guint i = 0; i < n; i++)
    {
      int goal = mis_world_get_position (world, keyed[i].row, area).goal;

      keyed[i].key = goal >= 0 ? ranks[goal] : goal == MIS_NO_GOAL ? KEY_NO_GOAL : KEY_LAST;
    }
}

static void
fill_number_keys (Keyed *keyed, guint n, const MisWorld *world, MisAgentField field, guint area)
{
  for (guint i = 0; i < n; i++)
    {
      MisPosition position;

      if (field == MIS_AGENT_COUNT)
        {
          keyed[i].key = (double)mis_world_get_agent (world, keyed[i].row)->count;
          continue;
        }
      position = mis_world_get_position (world, keyed[i].row, area);
      keyed[i].key = position.goal != MIS_UNKNOWN ? position.weight : KEY_LAST;
    }
}

static void
fill_keys (Keyed *keyed,
           guint n,
           const MisWorld *world,
           MisAgentField field,
           guint area,
           const MisGoalWords *words)
{
  if (field == MIS_AGENT_COUNT || field == MIS_AGENT_WEIGHT)
    fill_number_keys (keyed, n, world, field, area);
  else if (field == MIS_AGENT_GOAL)
    fill_goal_keys (keyed, n, world, area, words);
  else
    fill_text_keys (keyed, n, world, field);
}

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  const Keyed *first = a, *second = b;

  if (first->key < second->key || first->key > second->key)
    return first->key < second->key ? -1 : 1;
  return (first->row > second->row) - (first->row < second->row);
}

void
mis_agent_order_sort (GArray *order,
                      const MisWorld *world,
                      MisAgentField field,
                      guint area,
                      const MisGoalWords *words,
                      MisSortOrder direction)
{
  g_autofree Keyed *keyed = g_new (Keyed, MAX (order->len, 1));

  if (direction == MIS_SORT_NONE)
    return;
  for (guint i = 0; i < order->len; i++)
    keyed[i].row = g_array_index (order, guint, i);
  fill_keys (keyed, order->len, world, field, area, words);
  for (guint i = 0; i < order->len && direction == MIS_SORT_DESCENDING; i++)
    if (keyed[i].key < KEY_NO_GOAL)
      keyed[i].key = -keyed[i].key;
  qsort (keyed, order->len, sizeof (Keyed), compare_keyed);
  for (guint i = 0; i < order->len; i++)
    g_array_index (order, guint, i) = keyed[i].row;
}

gboolean
mis_agent_order_holds (const MisWorld *before, const MisWorld *after)
{
  guint n = mis_world_get_n_agents (before);

  if (before == after)
    return TRUE;
  if (mis_world_get_n_agents (after) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      const MisAgent *old = mis_world_get_agent (before, i);
      const MisAgent *new = mis_world_get_agent (after, i);

      if (old != new &&strcmp (old->id, new->id) != 0)
        return FALSE;
    }
  return TRUE;
}

/* (transfer full): id -> row; the ids are the world's. */
static GHashTable *
index_rows (const MisWorld *world)
{
  GHashTable *rows = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    g_hash_table_insert (rows, mis_world_get_agent (world, i)->id, GUINT_TO_POINTER (i));
  return rows;
}

/* Rows of a later world, as they are put in their places. */
typedef struct
{
  GArray *order;
  gboolean *is_new;    /* n */
  gboolean *is_placed; /* n */
  guint n;
  guint end; /* rows from here on are new, and at the end of the file */
} Placing;

static void
place (Placing *placing, guint row)
{
  g_array_append_val (placing->order, row);
  placing->is_placed[row] = TRUE;
}

/* The new rows from @row on, until the next that was there before. */
static void
place_new (Placing *placing, guint row)
{
  for (; row < placing->end && placing->is_new[row]; row++)
    if (!placing->is_placed[row])
      place (placing, row);
}

static void
find_new (Placing *placing, const MisWorld *before, const MisWorld *after)
{
  g_autoptr (GHashTable) old = index_rows (before);

  placing->end = placing->n;
  for (guint i = 0; i < placing->n; i++)
    placing->is_new[i] = !g_hash_table_contains (old, mis_world_get_agent (after, i)->id);
  while (placing->end > 0 && placing->is_new[placing->end - 1])
    placing->end--;
}

static void
place_all (Placing *placing, const GArray *order, const MisWorld *before, const MisWorld *after)
{
  g_autoptr (GHashTable) rows = index_rows (after);

  place_new (placing, 0);
  for (guint i = 0; i < order->len; i++)
    {
      const char *id = mis_world_get_agent (before, g_array_index (order, guint, i))->id;
      gpointer found;

      if (!g_hash_table_lookup_extended (rows, id, NULL, &found))
        continue;
      place (placing, GPOINTER_TO_UINT (found));
      place_new (placing, GPOINTER_TO_UINT (found) + 1);
    }
  for (guint i = 0; i < placing->n; i++)
    if (placing->is_new[i] && !placing->is_placed[i])
      place (placing, i);
}

GArray *
mis_agent_order_keep (const GArray *order, const MisWorld *before, const MisWorld *after)
{
  guint n = mis_world_get_n_agents (after);
  g_autofree gboolean *is_new = g_new0 (gboolean, n + 1);
  g_autofree gboolean *is_placed = g_new0 (gboolean, n + 1);
  Placing placing = { g_array_new (FALSE, FALSE, sizeof (guint)), is_new, is_placed, n, 0 };

  find_new (&placing, before, after);
  place_all (&placing, order, before, after);
  return placing.order;
}
