/* What the columns of a table most probably are: by their names, then by what is in them. */
#include "file/table-plan-private.h"

#include <string.h>

#include "file/table-contents.h"
#include "file/table-header.h"
#include "file/table-kinds.h"

/* More different numbers than this are measured, not chosen. */
#define MOST_CHOICES 12u
/* As in the remarks on a population: what hardly repeats is notes. */
#define FEWEST_ROWS_OF_NOTES 6u
#define SHARE_OF_NOTES 0.8

typedef struct
{
  const char *label;
  MisTableUse use;
} Name;

/* What the reader itself calls them. */
static const MisTableUse uses_of_roles[MIS_TABLE_N_ROLES] = {
  [MIS_TABLE_AGENT] = MIS_TABLE_USE_AGENT, [MIS_TABLE_NAME] = MIS_TABLE_USE_NAME,
  [MIS_TABLE_KIND] = MIS_TABLE_USE_KIND,   [MIS_TABLE_PRINCIPAL] = MIS_TABLE_USE_FACT,
  [MIS_TABLE_COUNT] = MIS_TABLE_USE_COUNT, [MIS_TABLE_AREA] = MIS_TABLE_USE_AREA,
  [MIS_TABLE_GOAL] = MIS_TABLE_USE_GOAL,   [MIS_TABLE_WEIGHT] = MIS_TABLE_USE_WEIGHT,
  [MIS_TABLE_LOW] = MIS_TABLE_USE_LOW,     [MIS_TABLE_HIGH] = MIS_TABLE_USE_HIGH,
};

/* What others call them. */
static const Name names[] = {
  { "id", MIS_TABLE_USE_AGENT },
  { "respondent", MIS_TABLE_USE_AGENT },
  { "respondent id", MIS_TABLE_USE_AGENT },
  { "respondent_id", MIS_TABLE_USE_AGENT },
  { "respondentid", MIS_TABLE_USE_AGENT },
  { "response id", MIS_TABLE_USE_AGENT },
  { "responseid", MIS_TABLE_USE_AGENT },
  { "participant", MIS_TABLE_USE_AGENT },
  { "participant id", MIS_TABLE_USE_AGENT },
  { "person", MIS_TABLE_USE_AGENT },
  { "person id", MIS_TABLE_USE_AGENT },
  { "case", MIS_TABLE_USE_AGENT },
  { "case id", MIS_TABLE_USE_AGENT },
  { "user id", MIS_TABLE_USE_AGENT },
  { "voter", MIS_TABLE_USE_AGENT },
  { "role", MIS_TABLE_USE_FACT },
  { "timestamp", MIS_TABLE_USE_NOTHING },
  { "date", MIS_TABLE_USE_NOTHING },
  { "start date", MIS_TABLE_USE_NOTHING },
  { "end date", MIS_TABLE_USE_NOTHING },
  { "submitted", MIS_TABLE_USE_NOTHING },
  { "duration", MIS_TABLE_USE_NOTHING },
  { "ip address", MIS_TABLE_USE_NOTHING },
  { "email", MIS_TABLE_USE_NOTHING },
  { "e-mail", MIS_TABLE_USE_NOTHING },
  { "email address", MIS_TABLE_USE_NOTHING },
  { "comment", MIS_TABLE_USE_NOTHING },
  { "comments", MIS_TABLE_USE_NOTHING },
  { "note", MIS_TABLE_USE_NOTHING },
  { "notes", MIS_TABLE_USE_NOTHING },
  { "remarks", MIS_TABLE_USE_NOTHING },
  { "status", MIS_TABLE_USE_NOTHING },
  { "language", MIS_TABLE_USE_NOTHING },
  { "age", MIS_TABLE_USE_NOTHING },
  { "age group", MIS_TABLE_USE_NOTHING },
  { "gender", MIS_TABLE_USE_NOTHING },
  { "sex", MIS_TABLE_USE_NOTHING },
  { "region", MIS_TABLE_USE_NOTHING },
  { "country", MIS_TABLE_USE_NOTHING },
  { "state", MIS_TABLE_USE_NOTHING },
  { "city", MIS_TABLE_USE_NOTHING },
  { "postcode", MIS_TABLE_USE_NOTHING },
  { "zip code", MIS_TABLE_USE_NOTHING },
  { "education", MIS_TABLE_USE_NOTHING },
  { "income", MIS_TABLE_USE_NOTHING },
  { "occupation", MIS_TABLE_USE_NOTHING },
};

/* The same in tables with a row for each answer. */
static const Name long_names[] = {
  { "question", MIS_TABLE_USE_AREA },     { "question id", MIS_TABLE_USE_AREA },
  { "item", MIS_TABLE_USE_AREA },         { "topic", MIS_TABLE_USE_AREA },
  { "issue", MIS_TABLE_USE_AREA },        { "statement", MIS_TABLE_USE_AREA },
  { "problem area", MIS_TABLE_USE_AREA }, { "answer", MIS_TABLE_USE_GOAL },
  { "response", MIS_TABLE_USE_GOAL },     { "vote", MIS_TABLE_USE_GOAL },
  { "choice", MIS_TABLE_USE_GOAL },       { "position", MIS_TABLE_USE_GOAL },
  { "importance", MIS_TABLE_USE_WEIGHT },
};

/* Who was asked and answers so wants nothing in particular. */
static const char *const words_for_no_goal[] = {
  "-",          "pass",      "skip",          "abstain",    "abstention", "no goal",
  "no opinion", "undecided", "no preference", "don't care", NULL,
};

gboolean
mis_table_guess_way (const char *text, MisTableWay *way)
{
  g_autofree char *word = mis_table_fold_word (text);

  *way = MIS_TABLE_AS_GOAL;
  if (g_strv_contains (words_for_no_goal, word))
    *way = MIS_TABLE_AS_NO_GOAL;
  else if (*word == '\0' || mis_table_is_unknown_word (text))
    *way = MIS_TABLE_AS_UNKNOWN;
  return *way != MIS_TABLE_AS_GOAL;
}

static gboolean
find_name (const Name *list, guint n, const char *label, MisTableUse *use)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (label, list[i].label) == 0)
      {
        *use = list[i].use;
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_role (const char *label, guint n_roles, MisTableUse *use)
{
  for (guint role = 0; role < n_roles; role++)
    if (strcmp (label, mis_table_roles[role]) == 0)
      {
        *use = uses_of_roles[role];
        return TRUE;
      }
  return FALSE;
}

/* What a label alone says, as mis_table_fold_word() spells it. */
static gboolean
name_use (const char *label, gboolean is_long, MisTableUse *use)
{
  if (find_role (label, is_long ? MIS_TABLE_N_ROLES : MIS_TABLE_AREA, use))
    return TRUE;
  if (is_long && find_name (long_names, G_N_ELEMENTS (long_names), label, use))
    return TRUE;
  if (find_name (names, G_N_ELEMENTS (names), label, use))
    return TRUE;
  *use = MIS_TABLE_USE_COUNT;
  return mis_table_is_count_word (label);
}

gboolean
mis_table_guess_form (const MisTableProfile *profile)
{
  gboolean has_area = FALSE, has_goal = FALSE;

  for (guint i = 0; i < profile->n_columns; i++)
    {
      g_autofree char *label = mis_table_fold_word (profile->columns[i].label);
      MisTableUse use;

      if (!name_use (label, TRUE, &use))
        continue;
      has_area = has_area || use == MIS_TABLE_USE_AREA;
      has_goal = has_goal || use == MIS_TABLE_USE_GOAL;
    }
  return has_area && has_goal;
}

static gboolean
is_taken (const MisTablePlan *plan, MisTableUse use)
{
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].use == use)
      return TRUE;
  return FALSE;
}

static gboolean
is_single (const MisTablePlan *plan, MisTableUse use)
{
  return use != MIS_TABLE_USE_NOTHING && use != MIS_TABLE_USE_FACT &&
         (plan->is_long || use != MIS_TABLE_USE_AREA);
}

/* What may be called a count and holds no numbers is something else. */
static gboolean
fits (const MisTableColumn *column, const char *label, MisTableUse use)
{
  if (use == MIS_TABLE_USE_COUNT)
    return column->n_fractions == 0 && (column->n_numbers == column->n_filled ||
                                        strcmp (label, mis_table_roles[MIS_TABLE_COUNT]) == 0);
  return TRUE;
}

/* Whether all cells that are filled are kinds of agents; in people's own words at least half of
 * them, in a column whose name says kinds: else answers such as "the government" are goals. */
static gboolean
has_kinds (const MisTableColumn *column, const char *label)
{
  guint64 n_own = 0, n_known = 0;
  MisKind kind;

  for (guint i = 0; i < column->words->len; i++)
    {
      const MisTableWord *word = &g_array_index (column->words, MisTableWord, i);

      n_own += mis_table_kind_is_own (word->text) ? word->n : 0;
      n_known += mis_table_kind_guess (word->text, &kind) ? word->n : 0;
    }
  return column->n_filled > 0 && (n_own == column->n_filled || (mis_table_kind_is_label (label) &&
                                                               2 * n_known >= column->n_filled));
}

/* Different words without those that are no answer, of which there are many. */
static guint
count_answers (const MisTableColumn *column)
{
  guint n = 0;
  MisTableWay way;

  for (guint i = 0; i < column->words->len; i++)
    n += mis_table_guess_way (g_array_index (column->words, MisTableWord, i).text, &way) ? 0 : 1;
  return n;
}

/* Whether what is in a column was hardly chosen from a list. */
static gboolean
is_no_choice (const MisTableProfile *profile, const MisTableColumn *column)
{
  if (column->n_filled == 0 || column->n_fractions > 0)
    return TRUE;
  if (column->n_numbers == column->n_filled)
    return column->words->len > MOST_CHOICES;
  return profile->n_rows >= FEWEST_ROWS_OF_NOTES &&
         (double)count_answers (column) >
             SHARE_OF_NOTES * (double)MIN (column->n_filled, MIS_TABLE_MOST_WORDS);
}

static void
guess_by_name (MisTablePlan *plan,
               const MisTableProfile *profile,
               char **labels,
               gboolean *is_known)
{
  for (guint i = 0; i < plan->n_columns; i++)
    {
      MisTableUse use;

      if (!plan->is_long && (mis_table_guess_numbers (plan, profile, labels, i) ||
                             mis_table_guess_has_numbers (profile, labels, i)))
        is_known[i] = TRUE;
      else if (name_use (labels[i], plan->is_long, &use) &&
               fits (&profile->columns[i], labels[i], use) &&
               !(is_single (plan, use) && is_taken (plan, use)))
        {
          plan->columns[i].use = use;
          is_known[i] = TRUE;
        }
    }
}

/* Without a name that says so, agents are in the first column in which no two rows are alike. */
static void
guess_agent (MisTablePlan *plan, const MisTableProfile *profile, gboolean *is_known)
{
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < plan->n_columns && !is_taken (plan, MIS_TABLE_USE_AGENT); i++)
      {
        const MisTableColumn *column = &profile->columns[i];
        gboolean is_name = plan->columns[i].use == MIS_TABLE_USE_NAME;

        if (column->n_empty > 0 || !column->is_distinct || column->n_fractions > 0 ||
            profile->n_rows < 2 || (pass == 0 ? !is_name : is_known[i]) || (pass == 1 && i > 0))
          continue;
        plan->columns[i].use = MIS_TABLE_USE_AGENT;
        is_known[i] = TRUE;
      }
}

static void
guess_by_contents (MisTablePlan *plan,
                   const MisTableProfile *profile,
                   char **labels,
                   const gboolean *is_known)
{
  for (guint i = 0; i < plan->n_columns; i++)
    {
      const MisTableColumn *column = &profile->columns[i];

      if (is_known[i])
        continue;
      if (has_kinds (column, labels[i]) && !is_taken (plan, MIS_TABLE_USE_KIND))
        plan->columns[i].use = MIS_TABLE_USE_KIND;
      else if (!plan->is_long && !is_no_choice (profile, column))
        plan->columns[i].use = MIS_TABLE_USE_AREA;
    }
}

/* Weights of what turned out to be no area. */
static void
drop_ownerless (MisTablePlan *plan)
{
  for (guint i = 0; i < plan->n_columns && !plan->is_long; i++)
    if (plan->columns[i].use >= MIS_TABLE_USE_WEIGHT &&
        plan->columns[plan->columns[i].of].use != MIS_TABLE_USE_AREA)
      plan->columns[i] = (MisTablePlanColumn){ MIS_TABLE_USE_NOTHING, 0 };
}

void
mis_table_guess_columns (MisTablePlan *plan, const MisTableProfile *profile)
{
  g_autofree gboolean *is_known = g_new0 (gboolean, plan->n_columns + 1);
  g_auto (GStrv) labels = g_new0 (char *, plan->n_columns + 1);

  memset (plan->columns, 0, plan->n_columns * sizeof *plan->columns);
  for (guint i = 0; i < plan->n_columns; i++)
    labels[i] = mis_table_fold_word (plan->labels[i]);
  guess_by_name (plan, profile, labels, is_known);
  guess_agent (plan, profile, is_known);
  guess_by_contents (plan, profile, labels, is_known);
  if (!plan->is_long)
    {
      mis_table_guess_numbers_by_beginning (plan, profile, labels);
      mis_table_guess_numbers_by_place (plan, profile, labels);
    }
  drop_ownerless (plan);
}
