/* What in a population looks like a slip of whoever filled in the table. */
#include "file/table-contents.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "file/table-field.h"
#include "file/table-header.h"
#include "file/table-kinds.h"

/* Notes are hardly ever twice the same; but in a small table, goals are not either. */
#define FEWEST_ROWS_OF_NOTES 6u
#define SHARE_OF_NOTES 0.8
/* Some notes are there twice ("none", "see above"); few rows may well have as many rare goals. */
#define MOST_HOLDERS_OF_NOTE 2u
#define FEWEST_ROWS_OF_RARE 24u
/* Every goal is compared with every other one. */
#define MOST_COMPARED 200u
/* In a population so small, a goal that only one row holds is not strange. */
#define FEWEST_ROWS 3u

/* What people call the column with the numbers of agents. */
static const char *const words_for_count[]
  = { "number", "numbers", "no", "no.", "n", "nr", "#", "size", "amount", "quantity", "qty",
      "members",
      "people", "persons", "agents", "headcount", "population", "how many" };

/* What people call a column with texts for other people. */
static const char *const words_for_notes[]
  = { "comment", "comments", "note", "notes", "remark", "remarks", "annotation", "annotations",
      "explanation", "feedback", "free text", "freetext", "other comments", "any other comments" };

static void
add (GPtrArray *doubts, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
add (GPtrArray *doubts, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (doubts, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static gboolean
is_number (const char *text)
{
  MisTableField field = { .text = text, .length = (guint) strlen (text) };
  double number;

  return mis_table_field_parse_number (&field, TRUE, &number);
}

static gboolean
is_whole (const char *text)
{
  MisTableField field = { .text = text, .length = (guint) strlen (text) };
  guint64 number;

  return mis_table_field_parse_whole (&field, &number);
}

static gboolean
is_kind (const char *text)
{
  MisKind kind;

  return mis_table_kind_guess (text, &kind);
}

static gboolean
is_one_of (const char *name, const char *const *words, guint n_words)
{
  g_autofree char *lower = g_utf8_strdown (name, -1);

  for (guint i = 0; i < n_words; i++)
    if (strcmp (lower, words[i]) == 0)
      return TRUE;
  return FALSE;
}

gboolean
mis_table_is_count_word (const char *label)
{
  return is_one_of (label, words_for_count, G_N_ELEMENTS (words_for_count));
}

static gboolean
is_every_goal (const MisArea *area, gboolean (*is_such) (const char *text))
{
  guint n_goals = mis_area_get_n_goals (area);
  gboolean every = n_goals > 0;

  for (guint i = 0; i < n_goals; i++)
    every = every && is_such (mis_area_get_goal (area, i)->name);
  return every;
}

/* The ending of an area's name that says numbers, as in "Privacy weight"; -1 if it has none. */
static int
find_ending (const char *name, gsize *stem_length)
{
  for (int role = MIS_TABLE_WEIGHT; role <= MIS_TABLE_HIGH; role++)
    {
      gsize ending = strlen (mis_table_roles[role]), length = strlen (name);

      if (length <= ending + 1
          || g_ascii_strcasecmp (name + length - ending, mis_table_roles[role]) != 0)
        continue;
      length -= ending;
      while (length > 0 && strchr (" _-.:", name[length - 1]) != NULL)
        length--;
      *stem_length = length;
      return role;
    }
  return -1;
}

/* The one area whose name begins with @stem, or which begins it; %NULL if there are two or none. */
static const char *
find_beginning (const MisWorld *world, guint area, const char *stem)
{
  const char *found = NULL;
  guint n = 0;

  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const char *other = mis_area_get_name (mis_world_get_area (world, i));
      gsize length;

      if (i == area || find_ending (other, &length) >= 0 ||
          !mis_names_share_beginning (stem, other))
        continue;
      found = other;
      n++;
    }
  return n == 1 ? found : NULL;
}

/* The area that the numbers of another one are about; %NULL if its name does not say so. Half a
 * name says it only of numbers. */
static const char *
find_owner (const MisWorld *world, guint area, int *role)
{
  const char *name = mis_area_get_name (mis_world_get_area (world, area));
  g_autofree char *stem = NULL;
  gsize length;

  *role = find_ending (name, &length);
  if (*role < 0)
    return NULL;
  stem = g_strndup (name, length);
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    {
      const char *other = mis_area_get_name (mis_world_get_area (world, i));

      if (i != area && g_ascii_strcasecmp (stem, other) == 0)
        return other;
    }
  return is_every_goal (mis_world_get_area (world, area), is_number)
             ? find_beginning (world, area, stem)
             : NULL;
}

/* Where any group has another number of agents than 1, a column has said so. */
static gboolean
has_counts (const MisWorld *world)
{
  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    if (mis_world_get_agent (world, i)->count != 1)
      return TRUE;
  return FALSE;
}

/* A column of numbers that became an area: which one it should have been, as its name says. */
static void
doubt_numbers (const MisWorld *world, const MisArea *area, GPtrArray *doubts)
{
  const char *name = mis_area_get_name (area);
  const char *count = mis_table_roles[MIS_TABLE_COUNT];
  gboolean may_count = is_every_goal (area, is_whole) && !has_counts (world);

  if (may_count && (mis_label_resembles (name, count) || mis_table_is_count_word (name)))
    add (doubts,
         _("“%s” is a problem area whose goals are numbers, and every group has 1 agent: did you "
           "mean “%s”, the column with the numbers of agents?"), name, count);
  else if (may_count)
    add (doubts,
         _("“%s” is a problem area whose goals are numbers: a column with numbers of agents is "
           "called “%s”, and one with weights like its area with “:weight” behind it"),
         name, count);
  else
    add (doubts,
         _("“%s” is a problem area whose goals are numbers: a column with weights is called like "
           "its area with “:weight” behind it"), name);
}

/* The column whose name the area's resembles, of those that say who an agent is; %NULL if there is
 * none. */
static const char *
find_resembling_column (const MisArea *area, const MisAreaContents *contents)
{
  const char *name = mis_area_get_name (area);
  const char *column = mis_table_roles[MIS_TABLE_PRINCIPAL];

  if (mis_names_resemble (name, column))
    return column;
  column = mis_table_roles[MIS_TABLE_KIND];
  if (mis_label_resembles (name, column))
    return column;
  column = mis_table_roles[MIS_TABLE_NAME];
  return contents->n_rows > 1 && contents->n_held == contents->n_rows
             && mis_label_resembles (name, column)
           ? column
           : NULL;
}

/* How many goals are held by so few rows that they may be notes; @n_rows: by how many in all. */
static guint
count_rare (const MisArea *area, const MisAreaContents *contents, guint *n_rows)
{
  guint n = 0;

  *n_rows = 0;
  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    if (contents->n_holders[i] > 0 && contents->n_holders[i] <= MOST_HOLDERS_OF_NOTE)
      {
        n++;
        *n_rows += contents->n_holders[i];
      }
  return n;
}

/* An area whose name or whose many goals look like texts for other people. */
static gboolean
doubt_notes (const MisArea *area, const MisAreaContents *contents, GPtrArray *doubts)
{
  const char *name = mis_area_get_name (area);
  guint n_rare_rows, n_rare = count_rare (area, contents, &n_rare_rows);

  if (contents->n_rows >= FEWEST_ROWS_OF_NOTES
      && contents->n_held > SHARE_OF_NOTES * contents->n_rows)
    add (doubts,
         _("“%s” is a problem area with nearly as many goals as rows (%u in %u): if the column "
           "holds notes or names, leave it out of the table"),
         name, contents->n_held, contents->n_rows);
  else if (contents->n_rows >= FEWEST_ROWS_OF_RARE && 2 * n_rare > contents->n_held
           && 2 * n_rare_rows >= contents->n_rows)
    add (doubts,
         _("“%s” is a problem area most of whose goals only one or two rows hold (%u of %u): if "
           "the column holds notes or names, leave it out of the table"),
         name, n_rare, contents->n_held);
  else if (is_one_of (name, words_for_notes, G_N_ELEMENTS (words_for_notes)))
    add (doubts,
         _("“%s” is a problem area whose goals are what its cells say: if the column holds notes, "
           "leave it out of the table"), name);
  else
    return FALSE;
  return TRUE;
}

/* Whether the area itself is hardly one. */
static gboolean
doubt_area (const MisWorld *world, guint index, const MisAreaContents *contents, GPtrArray *doubts)
{
  const MisArea *area = mis_world_get_area (world, index);
  const char *name = mis_area_get_name (area);
  int role;
  const char *owner = find_owner (world, index, &role);
  const char *column = find_resembling_column (area, contents);

  if (owner != NULL)
    add (doubts,
         _("“%s” is a problem area of its own: a column with numbers of “%s” is called “%s:%s”, "
           "with a colon"), name, owner, owner, mis_table_roles[role]);
  else if (is_every_goal (area, is_number))
    doubt_numbers (world, area, doubts);
  else if (column != NULL)
    add (doubts, _("“%s” is a problem area: did you mean the column “%s”?"), name, column);
  else if (is_every_goal (area, is_kind))
    add (doubts,
         _("“%s” is a problem area whose goals are kinds of agents: the column with the kinds is "
           "called “kind”"), name);
  else if (contents->n_rows == 1 && contents->n_none == 0
           && mis_world_get_n_agents (world) >= FEWEST_ROWS)
    add (doubts,
         _("“%s” is a problem area in which only one row has a goal: if the column holds notes, "
           "leave it out of the table"), name);
  else
    return doubt_notes (area, contents, doubts);
  return TRUE;
}

/* Whether goal @other is the one that is meant where both are spelt alike. */
static gboolean
is_commoner (const MisAreaContents *contents, guint other, guint goal)
{
  return contents->n_holders[other] > contents->n_holders[goal]
         || (contents->n_holders[other] == contents->n_holders[goal] && other < goal);
}

/* The commonest goal that looks like @goal and is commoner; %NULL if there is none. */
static const char *
find_similar (const MisArea *area, const MisAreaContents *contents, guint goal)
{
  const char *name = mis_area_get_goal (area, goal)->name;
  guint best = goal;

  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    if (i != goal && is_commoner (contents, i, best)
        && mis_names_resemble (name, mis_area_get_goal (area, i)->name))
      best = i;
  return best != goal ? mis_area_get_goal (area, best)->name : NULL;
}

/* (transfer full): name without capitals and spaces -> the commonest goal of that name, as a number
 * from 1. */
static GHashTable *
list_spellings (const MisArea *area, const MisAreaContents *contents)
{
  GHashTable *spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < mis_area_get_n_goals (area); i++)
    {
      char *folded = mis_name_fold (mis_area_get_goal (area, i)->name);
      guint other = GPOINTER_TO_UINT (g_hash_table_lookup (spellings, folded));

      if (other == 0 || is_commoner (contents, i, other - 1))
        g_hash_table_replace (spellings, folded, GUINT_TO_POINTER (i + 1));
      else
        g_free (folded);
    }
  return spellings;
}

/* Whether a commoner goal, which somebody holds, is spelt the same but for what is hard to see. */
static gboolean
doubt_spelling (const MisArea *area,
                const MisAreaContents *contents,
                guint goal,
                GHashTable *spellings,
                GPtrArray *doubts)
{
  const char *name = mis_area_get_goal (area, goal)->name;
  g_autofree char *folded = mis_name_fold (name);
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (spellings, folded)) - 1;

  if (other == goal || contents->n_holders[other] == 0)
    return FALSE;
  /* What nobody holds may well have the name of another goal: it has an id of its own. */
  if (contents->n_holders[goal] == 0 && strcmp (name, mis_area_get_goal (area, other)->name) == 0)
    return FALSE;
  add (doubts, _("%s: “%s” and “%s” are two goals, whose names differ only in capitals or spaces"),
       mis_area_get_name (area), mis_area_get_goal (area, other)->name, name);
  return TRUE;
}

/* Whether somebody has written a word for "unknown" that became a goal. */
static gboolean
doubt_unknown (const MisArea *area, const MisAreaContents *contents, guint goal, GPtrArray *doubts)
{
  const char *name = mis_area_get_goal (area, goal)->name;

  if (contents->n_holders[goal] == 0 || !mis_table_is_unknown_word (name))
    return FALSE;
  add (doubts,
       _ ("%s: “%s” is a goal like any other: leave the cell empty where the goal is unknown, and "
          "write “-” where there is none"),
       mis_area_get_name (area), name);
  return TRUE;
}

static void
doubt_goal (const MisArea *area,
            const MisAreaContents *contents,
            guint goal,
            GHashTable *spellings,
            GPtrArray *doubts)
{
  const char *name = mis_area_get_goal (area, goal)->name;
  const char *similar;

  if (doubt_spelling (area, contents, goal, spellings, doubts) || contents->n_holders[goal] != 1)
    return;
  similar = find_similar (area, contents, goal);
  if (similar != NULL)
    add (doubts, _ ("%s: the goal “%s” is held by only one row, and resembles “%s”"),
         mis_area_get_name (area), name, similar);
}

/* @is_doubtful: the area itself is hardly one; then only words that say why are of interest. */
static void
doubt_goals (const MisArea *area,
             const MisAreaContents *contents,
             gboolean is_doubtful,
             GPtrArray *doubts)
{
  guint n_goals = mis_area_get_n_goals (area);
  g_autoptr (GHashTable) spellings = NULL;

  if (n_goals > MOST_COMPARED)
    return;
  spellings = list_spellings (area, contents);
  for (guint goal = 0; goal < n_goals; goal++)
    if (!doubt_unknown (area, contents, goal, doubts) && !is_doubtful)
      doubt_goal (area, contents, goal, spellings, doubts);
}

char *
mis_table_describe_empty_weights (guint64 n_empty)
{
  g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, n_empty);
  gulong plural = (gulong) MIN (n_empty, G_MAXLONG);

  if (n_empty == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%s empty weight counts as 1, which is the most that "
                                       "anybody can care",
                                       "%s empty weights count as 1, which is the most that "
                                       "anybody can care", plural), n);
}

GPtrArray *
mis_table_list_doubts (const MisWorld *world)
{
  GPtrArray *doubts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) all = mis_area_contents_list (world);

  for (guint i = 0; i < all->len; i++)
    {
      const MisArea *area = mis_world_get_area (world, i);
      const MisAreaContents *contents = g_ptr_array_index (all, i);

      /* What nobody holds harms nobody. */
      if (contents->n_rows > 0)
        doubt_goals (area, contents, doubt_area (world, i, contents, doubts), doubts);
    }
  mis_table_add_agent_doubts (world, doubts);
  return doubts;
}
