/* analysis.h: what a score is made of, and what would change it, as sections of rows.
 *
 * Each table is computed when it is asked for. All rows are at most as many as the request's limit;
 * what is left out is counted. In rows for scripts, things are called by their ids, "-" is "no
 * goal", "?" an unknown position; people read names.
 */
#pragma once

#include "core/reach.h"
#include "core/score.h"
#include "file/sheet.h"

G_BEGIN_DECLS

/**
 * MisAnalysisTable:
 * @MIS_ANALYSIS_CONTRIBUTIONS: what areas, pairs of goals and groups add to the score
 * @MIS_ANALYSIS_LEVERS: single changes and what they do to the score, the largest effect first
 * @MIS_ANALYSIS_BETWEEN: misalignment within and between kinds, principals and groups
 * @MIS_ANALYSIS_BEDFELLOWS: pairs of groups that clash in one area and agree in another
 * @MIS_ANALYSIS_BOUNDS: what uncertain values leave open, and which of them to ask about next
 * @MIS_ANALYSIS_OWN: own scores of kinds, principals and groups
 * @MIS_ANALYSIS_DECOMPOSITION: the part of the score within kinds and principals, and between them
 * @MIS_ANALYSIS_DIVERSITY: how mixed the goals of each area are
 * @MIS_ANALYSIS_COMPARISON: a scenario and the project without it, or another scenario
 * @MIS_ANALYSIS_WATERFALL: what each change of the scenario adds, or on the way from the other one
 * @MIS_ANALYSIS_TARGET: what it would take to reach a score
 */
typedef enum
{
  MIS_ANALYSIS_CONTRIBUTIONS,
  MIS_ANALYSIS_LEVERS,
  MIS_ANALYSIS_BETWEEN,
  MIS_ANALYSIS_BEDFELLOWS,
  MIS_ANALYSIS_BOUNDS,
  MIS_ANALYSIS_OWN,
  MIS_ANALYSIS_DECOMPOSITION,
  MIS_ANALYSIS_DIVERSITY,
  MIS_ANALYSIS_COMPARISON,
  MIS_ANALYSIS_WATERFALL,
  MIS_ANALYSIS_TARGET,
  MIS_N_ANALYSIS_TABLES,
} MisAnalysisTable;

/* The word of the command line for each, which is its member of JSON too, and its heading; ended by
 * a %NULL nick. */
extern const MisChoice mis_analysis_tables[];

/* The lists of which a table is made, as CSV calls them, of "contributions" for example "areas",
 * "pairs" and "groups": (nullable) (array zero-terminated=1); %NULL where there is only one. */
const char *const *mis_analysis_get_lists (MisAnalysisTable table);

/* That most pairs of agents are two of one group, who want the same, so that the score is low
 * whatever the others want: a sentence for people, without its point; translated. (transfer full)
 * (nullable) */
char *mis_crowd_remark (const MisWorld *world);

/* Rows of a sheet at most, whatever the limit is: all groups and all areas, but perhaps not all of
 * millions of levers; and where no limit is given. */
#define MIS_ANALYSIS_MAX_ROWS 100000u
#define MIS_ANALYSIS_ROWS 100u

/* How far a value is moved, where nothing is said. */
#define MIS_ANALYSIS_STEP 0.1

/**
 * MisAnalysisRequest:
 * @scenario: (nullable): of the world; what is analyzed is the world with the scenario applied
 * @against: (nullable): another one of the world, which @scenario is compared with; %NULL for the
 *   world without any
 * @list: (nullable): the one list that is wanted of a table; borrowed
 * @progress: (nullable): how far the search for a target is
 * @limit: rows of a sheet, of the levers in either direction; 1 to %MIS_ANALYSIS_MAX_ROWS
 * @few: rows of one of the many lists that a table is cut into in text; 0 for the limit
 * @step: the small change of conflicts and weights, in (0,1]
 * @target: a score to be reached; %NAN for none
 * @with_steps: whether text shows the small change; scripts always get it
 * @for_people: whether it is for text: long lists that only scripts read are not filled then, and
 *   those that only people read are not filled otherwise
 * @brief: whether text says the score in a line, and not what a score is
 */
typedef struct
{
  const MisScenario *scenario;
  const MisScenario *against;
  const char *list;
  MisReachProgress *progress;
  guint limit;
  guint few;
  double step;
  double target;
  gboolean with_steps;
  gboolean for_people;
  gboolean brief;
} MisAnalysisRequest;

typedef struct _MisAnalysis MisAnalysis;

/**
 * mis_analysis_new:
 * @world: the project
 * @request: copied
 *
 * Returns: (transfer full): %NULL with a #MisError if a scenario cannot be applied
 */
MisAnalysis *mis_analysis_new (MisWorld *world, const MisAnalysisRequest *request, GError **error);
void mis_analysis_free (MisAnalysis *analysis);

/* Another score to be reached, for the sections that are made from now on. */
void mis_analysis_set_target (MisAnalysis *analysis, double target);

/* The world with the scenario applied, its score and its warnings. */
MisWorld *mis_analysis_get_world (const MisAnalysis *analysis);
const MisScore *mis_analysis_get_score (const MisAnalysis *analysis);
GPtrArray *mis_analysis_list_warnings (const MisAnalysis *analysis);

/* (nullable): what is applied; the scenario that it is compared with; and the score of what it is
 * compared with, which is the project where that is no scenario (transfer full). */
const MisScenario *mis_analysis_get_scenario (const MisAnalysis *analysis);
const MisScenario *mis_analysis_get_against (const MisAnalysis *analysis);
MisScore *mis_analysis_make_other_score (const MisAnalysis *analysis);

/* Whether the request has what @table needs: a scenario, a target. */
gboolean mis_analysis_request_has (const MisAnalysisRequest *request, MisAnalysisTable table);

/**
 * mis_analysis_make_section:
 * @table: what the request has
 *
 * Nothing is quadratic in agents or rows: a matrix of many groups is left out with a note.
 *
 * Returns: (transfer full)
 */
MisSection *mis_analysis_make_section (MisAnalysis *analysis, MisAnalysisTable table);

/**
 * mis_analysis_make_short:
 *
 * For people: the largest area and clash, who is most in conflict, the best compromise and what to
 * ask next; notes only. No table: scripts do not get it.
 *
 * Returns: (transfer full)
 */
MisSection *mis_analysis_make_short (MisAnalysis *analysis);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisAnalysis, mis_analysis_free)

G_END_DECLS
