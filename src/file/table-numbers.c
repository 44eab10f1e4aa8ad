/* Which columns of a table hold the weights of a problem area, or the ends of their ranges: by
 * their names, or by standing behind it. */
#include "file/table-plan-private.h"

#include <string.h>

#include "file/table-contents.h"

#define BETWEEN_WORDS " _-.:()[]"

/* What people call such columns; the reader's own words are believed whatever is in the column. */
static const struct
{
  const char *word;
  MisTableUse use;
  gboolean is_own;
} words[] = {
  { "weight", MIS_TABLE_USE_WEIGHT, TRUE },     { "low", MIS_TABLE_USE_LOW, TRUE },
  { "high", MIS_TABLE_USE_HIGH, TRUE },         { "weights", MIS_TABLE_USE_WEIGHT, FALSE },
  { "weighting", MIS_TABLE_USE_WEIGHT, FALSE }, { "importance", MIS_TABLE_USE_WEIGHT, FALSE },
  { "salience", MIS_TABLE_USE_WEIGHT, FALSE },  { "priority", MIS_TABLE_USE_WEIGHT, FALSE },
};

/* (transfer full): a part of a label, without what stands between words at its ends. */
static char *
trim (const char *text, gsize length)
{
  while (length > 0 && strchr (BETWEEN_WORDS, text[length - 1]) != NULL)
    length--;
  for (; length > 0 && strchr (BETWEEN_WORDS, *text) != NULL; length--)
    text++;
  return g_strndup (text, length);
}

/* (transfer full) (nullable): what is left of "privacy weight" or "privacy (weight)". */
static char *
cut_ending (const char *label, const char *word)
{
  gsize length = strlen (label), ending = strlen (word);

  while (length > 0 && strchr (BETWEEN_WORDS, label[length - 1]) != NULL)
    length--;
  if (length <= ending + 1 || strncmp (label + length - ending, word, ending) != 0 ||
      strchr (BETWEEN_WORDS, label[length - ending - 1]) == NULL)
    return NULL;
  return trim (label, length - ending);
}

/* (transfer full) (nullable): what is left of "weight privacy" or "weight of privacy". */
static char *
cut_beginning (const char *label, const char *word)
{
  gsize beginning = strlen (word);
  const char *rest = label + beginning;

  if (!g_str_has_prefix (label, word) || *rest == '\0' || strchr (BETWEEN_WORDS, *rest) == NULL)
    return NULL;
  if (g_str_has_prefix (rest, " of ") || g_str_has_prefix (rest, " for "))
    rest = strchr (rest + 1, ' ');
  return trim (rest, strlen (rest));
}

static gboolean
find_label (char **labels, guint index, const char *owner, guint *of)
{
  for (guint i = 0; labels[i] != NULL; i++)
    if (i != index && strcmp (labels[i], owner) == 0)
      {
        *of = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
may_be_numbers (const MisTableColumn *column)
{
  return column->n_numbers > 0 || column->n_filled == 0;
}

/* Whether @word says whose numbers a column holds. */
static gboolean
find_owner (char **labels, guint column, const char *word, guint *of)
{
  g_autofree char *before = cut_ending (labels[column], word);
  g_autofree char *behind = cut_beginning (labels[column], word);

  return (before != NULL && find_label (labels, column, before, of)) ||
         (behind != NULL && find_label (labels, column, behind, of));
}

/* Whether a column is called after numbers, with something before or behind the word. */
static gboolean
is_called_numbers (const char *label)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *before = cut_ending (label, words[i].word);
      g_autofree char *behind = cut_beginning (label, words[i].word);

      if (before != NULL || behind != NULL)
        return TRUE;
    }
  return FALSE;
}

/* The one area whose name begins with @owner, or which begins it; %FALSE if there are two. */
static gboolean
find_area (const MisTablePlan *plan, char **labels, guint index, const char *owner, guint *of)
{
  guint n = 0;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      if (i == index || plan->columns[i].use != MIS_TABLE_USE_AREA ||
          is_called_numbers (labels[i]) || !mis_names_share_beginning (owner, labels[i]))
        continue;
      *of = i;
      n++;
    }
  return n == 1;
}

static gboolean
find_owner_by_beginning (
    const MisTablePlan *plan, char **labels, guint column, const char *word, guint *of)
{
  g_autofree char *before = cut_ending (labels[column], word);
  g_autofree char *behind = cut_beginning (labels[column], word);

  return (before != NULL && find_area (plan, labels, column, before, of)) ||
         (behind != NULL && find_area (plan, labels, column, behind, of));
}

gboolean
mis_table_guess_numbers (MisTablePlan *plan,
                         const MisTableProfile *profile,
                         char **labels,
                         guint column)
{
  gboolean fits = may_be_numbers (&profile->columns[column]);
  guint of;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if ((fits || words[i].is_own) && find_owner (labels, column, words[i].word, &of))
      {
        plan->columns[column] = (MisTablePlanColumn){ words[i].use, of };
        return TRUE;
      }
  return FALSE;
}

/* What a column is that is called by such a word alone; "weight.1", as some programs write the
 * second one, included. */
static MisTableUse
find_word (const char *label)
{
  gsize length = strlen (label);

  while (length > 0 &&
         (g_ascii_isdigit (label[length - 1]) || strchr (BETWEEN_WORDS, label[length - 1]) != NULL))
    length--;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i].word) == length && strncmp (label, words[i].word, length) == 0)
      return words[i].use;
  return MIS_TABLE_USE_NOTHING;
}

gboolean
mis_table_guess_has_numbers (const MisTableProfile *profile, char **labels, guint column)
{
  return find_word (labels[column]) != MIS_TABLE_USE_NOTHING &&
         may_be_numbers (&profile->columns[column]);
}

/* Whether the numbers of the area in column @of are not in another column. */
static gboolean
is_free (const MisTablePlan *plan, MisTableUse use, guint of)
{
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].use == use && plan->columns[i].of == of)
      return FALSE;
  return TRUE;
}

void
mis_table_guess_numbers_by_beginning (MisTablePlan *plan,
                                      const MisTableProfile *profile,
                                      char **labels)
{
  guint of;

  for (guint i = 0; i < plan->n_columns; i++)
    for (guint j = 0; j < G_N_ELEMENTS (words); j++)
      if ((plan->columns[i].use == MIS_TABLE_USE_NOTHING ||
           plan->columns[i].use == MIS_TABLE_USE_AREA) &&
          may_be_numbers (&profile->columns[i]) &&
          find_owner_by_beginning (plan, labels, i, words[j].word, &of) &&
          is_free (plan, words[j].use, of))
        plan->columns[i] = (MisTablePlanColumn){ words[j].use, of };
}

void
mis_table_guess_numbers_by_place (MisTablePlan *plan, const MisTableProfile *profile, char **labels)
{
  guint of = plan->n_columns;

  for (guint i = 0; i < plan->n_columns; i++)
    {
      MisTablePlanColumn *column = &plan->columns[i];

      if (column->use == MIS_TABLE_USE_AREA)
        of = i;
      else if (column->use == MIS_TABLE_USE_NOTHING && of < plan->n_columns &&
               mis_table_guess_has_numbers (profile, labels, i) &&
               is_free (plan, find_word (labels[i]), of))
        *column = (MisTablePlanColumn){ find_word (labels[i]), of };
      else if (column->use < MIS_TABLE_USE_WEIGHT)
        of = plan->n_columns;
    }
}
