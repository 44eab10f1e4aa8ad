/* analysis-private.h: what the tables of an analysis share. Private to src/file. */
#pragma once

#include "core/effect.h"
#include "file/analysis.h"

G_BEGIN_DECLS

struct _MisAnalysis
{
  MisAnalysisRequest request;
  MisScenario *scenario; /* (nullable) */
  MisScenario *against;  /* (nullable) */
  MisWorld *base;        /* the project */
  MisWorld *other;       /* what is compared with: the project, or under @against */
  MisWorld *world;
  MisTally *tally;
  MisScore *score;
  MisEffects *other_effects; /* (nullable): when first asked for */
  MisEffects *effects;       /* likewise; the same without a scenario */
};

MisEffects *mis_analysis_get_effects (MisAnalysis *analysis);
MisEffects *mis_analysis_get_other_effects (MisAnalysis *analysis);

/* One for each table. */
void mis_analysis_fill_contributions (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_levers (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_between (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_bedfellows (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_bounds (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_own (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_decomposition (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_diversity (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_comparison (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_waterfall (MisAnalysis *analysis, MisSection *section);
void mis_analysis_fill_target (MisAnalysis *analysis, MisSection *section);

/* The waterfall from one scenario to another one. */
void mis_analysis_fill_path (MisAnalysis *analysis, MisSection *section);

/* For people: the score before the first step of a waterfall, or after the last, under @words. */
void mis_sheet_add_waterfall_end (MisSheet *sheet, double overall, const char *words);

/* Every step of a waterfall reads all rows: so many rows in all take some minutes. */
#define MIS_ANALYSIS_MOST_STEPS G_GUINT64_CONSTANT (100000000)

/* Where a change of a scenario of the project stands: "scenarios[0].changes[2]". (transfer full) */
char *mis_change_place (const MisWorld *project, const MisScenario *scenario, guint index);

/* A change of a scenario for people. (transfer full) */
char *mis_change_words (const MisWorld *project, const MisChange *change);

/* (nullable): only what it sets a count or conflict to. (transfer full) */
char *mis_change_value_words (const MisChange *change);

/* A change of a scenario: what it changes, then one cell for what it sets a number to, which is
 * empty for %NULL. */
#define MIS_COLUMN_CHANGE                                                                          \
  { "kind", NULL }, { "area", NULL }, { "agent", NULL }, { "goal", NULL }, { "other", NULL },      \
    { "area_name", NULL, TRUE }, { "agent_name", NULL, TRUE }, { "goal_name", NULL, TRUE },        \
    { "other_name", NULL, TRUE }
void mis_sheet_add_change_target (MisSheet *sheet,
                                  const MisWorld *project,
                                  const MisChange *change);
void mis_sheet_add_change_value (MisSheet *sheet, const MisChange *change);

/* The goal that a position gets, its id and its name; empty for any other change, and for %NULL. */
#define MIS_COLUMN_BACK_GOAL { "back_goal", NULL }, { "back_goal_name", NULL, TRUE }
void mis_sheet_add_change_goal (MisSheet *sheet, const MisWorld *project, const MisChange *change);

/* Lines for people below the score: what part it is of the possible, how many areas conflict, how
 * often two clash at all, and whether most pairs are two of one group. There has to be a score. */
void mis_analysis_append_readings (GString *text, const MisAnalysis *analysis);

/* Of these, only that most pairs are two of one group, where it is so. */
void mis_analysis_append_crowds (GString *text, const MisAnalysis *analysis);

/* "82.5 %", as in a table: (transfer full). */
char *mis_percent (double share);

/* One of many things, and what it is sorted by. */
typedef struct
{
  guint index;
  double value;
} MisRanked;

/**
 * mis_analysis_rank:
 * @values: (array length=n): %NAN are left out
 * @n_left_out: (inout) (optional): how many of the others there are beyond the limit are added
 *
 * Returns: (transfer full) (element-type MisRanked): at most as many as the limit, the largest
 *   first, equal ones in order
 */
GArray *mis_analysis_rank (const MisAnalysis *analysis,
                           const double *values,
                           guint n,
                           guint64 *n_left_out);

/* Rows of one of the many lists that a table for people is cut into, at most. */
guint mis_analysis_get_few (const MisAnalysis *analysis);

/* Whether the limit is the highest there is. */
gboolean mis_analysis_shows_all (const MisAnalysis *analysis);

/* How many of @n rows are shown; what is not is added to the sheet's rows that are left out. */
guint mis_analysis_cut (const MisAnalysis *analysis, MisSheet *sheet, guint n);

/* Columns that name things; each adds a cell with its id, then one with its name. */
#define MIS_COLUMN_AREA { "area", NULL }, { "area_name", N_("Problem area"), TRUE }
#define MIS_COLUMN_AGENT { "agent", NULL }, { "agent_name", N_("Group"), TRUE }

void mis_sheet_add_area (MisSheet *sheet, const MisArea *area);
void mis_sheet_add_agent (MisSheet *sheet, const MisAgent *agent);

/* Two goals: their ids, one cell for people, and their names. */
#define MIS_COLUMN_GOALS                                                                           \
  { "goal", NULL }, { "other", NULL }, { NULL, N_("Goals") }, { "goal_name", NULL, TRUE },         \
    { "other_name", NULL, TRUE }
void mis_sheet_add_goals (MisSheet *sheet, const MisArea *area, int g, int h);

/* "-" for no goal, "?" for unknown. */
const char *mis_goal_word (const MisArea *area, int goal);

/* One cell: the name of a goal for scripts; empty for no goal and unknown. */
void mis_sheet_add_goal_name (MisSheet *sheet, const MisArea *area, int goal);

/* A lever: cells for scripts. */
#define MIS_COLUMN_LEVER                                                                           \
  { "kind", NULL }, { "place", NULL }, { "area", NULL }, { "agent", NULL }, { "goal", NULL },      \
    { "other", NULL }, { "agents", NULL }, { "from", NULL }, { "to", NULL },                       \
    { "area_name", NULL, TRUE }, { "agent_name", NULL, TRUE }, { "goal_name", NULL, TRUE },        \
    { "other_name", NULL, TRUE }, { "from_name", NULL, TRUE }, { "to_name", NULL, TRUE }
void mis_sheet_add_lever (MisSheet *sheet, const MisTally *tally, const MisLever *lever);

/* One cell: the nick of its #MisLeverClass. */
void mis_sheet_add_class (MisSheet *sheet, const MisTally *tally, const MisLever *lever);

/**
 * mis_lever_clause:
 * @tally: of the world that the lever is about to change
 *
 * What would be otherwise, with names: "the weight of Retailer in Food fell from 0.9 to 0". In a
 * world of some thousand rows, who holds a goal is not said.
 *
 * Returns: (transfer full)
 */
char *mis_lever_clause (const MisTally *tally, const MisLever *lever);

/* Whether people see in a few digits that the score changes. */
gboolean mis_lever_is_seen (const MisEffects *effects, const MisLeverItem *item);

/* The same as a sentence, with what the score is and what it would be; if it is not enough, that
 * first. (transfer full) */
char *mis_lever_sentence (const MisTally *tally,
                          const MisLever *lever,
                          double before,
                          double after,
                          gboolean enough);

/**
 * MisCrowd:
 * @total: the agents of a population
 * @largest: its largest group, the first of several
 * @first: how many agents that has
 * @second: how many the next one has
 */
typedef struct
{
  const MisWorld *world;
  guint64 total;
  guint largest;
  guint64 first;
  guint64 second;
} MisCrowd;

/* @world is borrowed. */
MisCrowd mis_crowd_count (const MisWorld *world);

/* Whether a change of a number of agents leaves another population: one group would be larger than
 * all the others together, and none like it is now, or more than ten times as large as it is, or
 * the population would more than double. */
gboolean mis_crowd_is_upset (const MisCrowd *crowd, const MisLever *lever);

/**
 * mis_lever_items_choose:
 * @items: (element-type MisLeverItem): of one class
 *
 * Takes out what people are not to read: numbers of agents that leave another population, conflicts
 * with having no goal in areas that set none, and goals given up where a weight says the same.
 *
 * Returns: how many there were
 */
guint mis_lever_items_choose (GArray *items, guint class, const MisWorld *world);

/* Whether a group gives its goal up, and does to the score what its weight 0 would do: wherever a
 * weight of 0 mutes a conflict, and nobody conflicts with having no goal. */
gboolean mis_lever_is_like_not_caring (const MisLever *lever, const MisWorld *world);

/* Whether all conflicts of two goals are 1: a list that is not there for that would be missed. */
gboolean mis_world_is_as_sharp_as_can_be (const MisWorld *world);

/* What the value of a conflict or weight is now; of all holders of a goal the mean. */
double mis_lever_get_present (const MisLever *lever, const MisTally *tally);

/* The conflict of two goals, or a weight, as scripts name it. (transfer full) */
char *mis_conflict_place (const MisArea *area, int g, int h);
char *mis_weight_place (const MisArea *area, const MisAgent *agent);

/* The same for people. (transfer full) */
char *mis_conflict_words (const MisArea *area, int g, int h);
char *mis_weight_words (const MisArea *area, const MisAgent *agent);

G_END_DECLS
