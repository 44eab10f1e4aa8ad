/* The score in other words, beside its number: the same readings as in the window. */
#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/companion.h"
#include "core/number.h"
#include "file/analysis-private.h"
#include "file/sheet-writer.h"
#include "file/text-lines.h"

/* Two digits of a number that is not tiny. */
#define READING_DIGITS "%.2g"

/* "26", or "<1" of what is not nothing; "100" is all of it, ">99" nearly. Of a part from 0 to 1. */
static const char *
format_percent (double part, char *buffer)
{
  if (part > 0.0 && part < 0.005)
    return "<1";
  if (part < 1.0 && part >= 0.995)
    return ">99";
  return g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.0f", 100.0 * part);
}

static void
append_possible (GString *text, const MisScore *score)
{
  char percent[G_ASCII_DTOSTR_BUF_SIZE], buffer[MIS_NUMBER_SIZE];
  const char *possible = mis_sheet_format_number (score->possible, buffer);
  g_autofree char *line = NULL;

  if (!(score->possible > 0.0))
    return;
  line =
      g_strdup_printf (_("%s %% of the possible %s, the highest score that so many agents and "
                         "these goals allow."),
                       format_percent (score->overall / score->possible, percent), possible);
  mis_text_append_paragraph (text, line, 0);
}

static void
append_expected (GString *text, const MisScore *score)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *line = NULL;
  const char *expected = g_ascii_formatd (buffer, sizeof buffer,
                                          score->expected_conflicts < 0.1 ? READING_DIGITS : "%.2f",
                                          score->expected_conflicts);

  if (score->expected_conflicts < 1e-4)
    expected = score->expected_conflicts > 0.0 ? _("less than 0.0001") : "0";
  line =
      g_strdup_printf (_("Expected number of conflicting areas: %s of %u, on average over all "
                          "pairs of agents."),
                       expected, score->n_areas);
  mis_text_append_paragraph (text, line, 0);
}

static void
append_somewhere (GString *text, const MisAnalysis *analysis)
{
  MisAnyConflict any = mis_any_conflict (analysis->tally, analysis->score, NULL);
  char percent[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *line = NULL;

  if (isnan (any.value))
    return;
  line =
      g_strdup_printf (_("Weighted chance of some clash %s %%: that two agents clash in at least "
                         "one area, counted by how much both care."),
                       format_percent (any.value, percent));
  mis_text_append_paragraph (text, line, 0);
}

/* @side: (nullable): whose population it is, where two are compared */
static void
append_crowd (GString *text, const char *remark, const char *side)
{
  g_autofree char *line = NULL;

  if (remark == NULL)
    return;
  if (side != NULL)
    /* Translators: a scenario in quotes, or “The project without the scenario”; a sentence */
    line = g_strdup_printf (_("Remark: %s: %s; see who is misaligned with whom."), side, remark);
  else
    line = g_strdup_printf (_("Remark: %s; see who is misaligned with whom."), remark);
  mis_text_append_paragraph (text, line, 0);
}

/* (transfer full): what the score is compared with. */
static char *
name_other_side (const MisAnalysis *analysis)
{
  return analysis->against != NULL ? g_strdup_printf (_("“%s”"), analysis->against->name)
                                   : g_strdup (_("The project without the scenario"));
}

/* What keeps one of two scores low makes their difference, too: it is said of either side. */
void
mis_analysis_append_crowds (GString *text, const MisAnalysis *analysis)
{
  g_autofree char *remark = mis_crowd_remark (analysis->world);
  g_autofree char *other = NULL, *side = NULL, *other_side = NULL;

  other = mis_crowd_remark (analysis->other);
  if (analysis->scenario == NULL || g_strcmp0 (remark, other) == 0)
    {
      append_crowd (text, remark, NULL);
      return;
    }
  side = g_strdup_printf (_("“%s”"), analysis->scenario->name);
  other_side = name_other_side (analysis);
  append_crowd (text, remark, side);
  append_crowd (text, other, other_side);
}

void
mis_analysis_append_readings (GString *text, const MisAnalysis *analysis)
{
  append_possible (text, analysis->score);
  append_expected (text, analysis->score);
  append_somewhere (text, analysis);
  mis_analysis_append_crowds (text, analysis);
}
