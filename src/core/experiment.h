/* experiment.h: what is varied over which worlds, how often, as an immutable value.
 *
 * An experiment is a world (a recipe, a bundled example, or the project at hand), a quantity on the
 * x axis, a family of series, runs for each point, and a seed. The figures of the paper are
 * experiments. Series are numbered along the product of what varies between them, the last one
 * fastest; points in the order of x.
 */
#pragma once

#include "core/recipe.h"

G_BEGIN_DECLS

#define MIS_MAX_SERIES 1000u     /* of one experiment */
#define MIS_MAX_POINTS 10000u    /* of one series */
#define MIS_MAX_CELLS 200000u    /* series times points */
#define MIS_MAX_RUNS 1000000u
#define MIS_MAX_VALUES 20000000u /* series times points times runs, each one number */
#define MIS_MAX_CHOICES 20000000u /* goals of all areas, over all series and points */
#define MIS_MAX_VARIATIONS 8u    /* that make up the series */
#define MIS_MAX_SEED G_GUINT64_CONSTANT (9007199254740991) /* 2^53 - 1, what a JSON number holds */

typedef enum
{
  MIS_SOURCE_RECIPE,
  MIS_SOURCE_EXAMPLE,
  MIS_SOURCE_PROJECT,
} MisSource;

/* What the band around the mean shows: all runs, the middle 90 %, mean -+ sd / sqrt(runs),
 * -+ sd. */
typedef enum
{
  MIS_BAND_MIN_MAX,
  MIS_BAND_5_95,
  MIS_BAND_SE,
  MIS_BAND_SD,
} MisBand;

extern const MisChoice mis_bands[];

/* What an uncertain conflict or weight of a project is: what it is set to, or drawn anew for each
 * run, all values of its range alike, or rising to a peak at what it is set to. */
typedef enum
{
  MIS_RANGES_AS_SET,
  MIS_RANGES_UNIFORM,
  MIS_RANGES_TRIANGULAR,
} MisRanges;

extern const MisChoice mis_ranges[];

/**
 * MisQuantity:
 *
 * What can vary. First those of a recipe, two of which a project has too; then options of the
 * score; then those of a project alone.
 */
typedef enum
{
  MIS_QUANTITY_AGENTS,         /* of a project too: the population it is scaled to */
  MIS_QUANTITY_AREAS,
  MIS_QUANTITY_GOALS,
  MIS_QUANTITY_ASSIGN,
  MIS_QUANTITY_CONFLICT,       /* of a project too: of all pairs of goals of all areas */
  MIS_QUANTITY_CONFLICT_LOW,
  MIS_QUANTITY_CONFLICT_HIGH,
  MIS_QUANTITY_WEIGHTS,
  MIS_QUANTITY_WEIGHTS_LOW,
  MIS_QUANTITY_WEIGHTS_HIGH,
  MIS_QUANTITY_FOCUS_WEIGHT,
  MIS_QUANTITY_FOCUS_SHARE,
  MIS_QUANTITY_SCORING,        /* one of mis_options */
  MIS_QUANTITY_SHARE,          /* of an agent group */
  MIS_QUANTITY_WEIGHT,         /* of an agent group in an area */
  MIS_QUANTITY_AREA_CONFLICT,  /* of all pairs of goals of an area */
  MIS_QUANTITY_GOAL_CONFLICT,  /* of two goals of an area */
  MIS_QUANTITY_SCENARIO,
} MisQuantity;

/* What one value of a quantity is. */
typedef enum
{
  MIS_SETTING_WHOLE,       /* @number, from 1 */
  MIS_SETTING_PROBABILITY, /* @number, in [0,1] */
  MIS_SETTING_SPANS,       /* @spans: one, or one for each area */
  MIS_SETTING_SPAN,        /* @spans: one */
  MIS_SETTING_ASSIGN,      /* @assign */
  MIS_SETTING_CHOICE,      /* @choice, of the option */
  MIS_SETTING_SCENARIO,    /* @id; %NULL is the base */
} MisSettingKind;

typedef struct
{
  double number;
  guint choice;
  GArray *spans; /* (nullable) (element-type MisSpan) */
  MisAssign assign;
  char *id;
} MisSetting;

void mis_setting_clear (MisSetting *setting);

/**
 * MisVariation:
 * @option: which of mis_options, for %MIS_QUANTITY_SCORING
 * @ids: of the group, area and goals, as far as the quantity names some; others %NULL
 * @settings: (element-type MisSetting): its values, in order
 * @names: (nullable): as many, for the legend in place of those that values have by themselves
 * @label: (nullable): for the axis, in place of the one that the quantity has by itself
 * @has_ends: whether @settings were made of the following: @n_points from @from to @to, evenly, or
 *   in equal ratios if @is_log; for whole quantities the whole part of each, once
 */
typedef struct
{
  MisQuantity quantity;
  guint option;
  char *ids[3];
  GArray *settings;
  char **names;
  char *label;
  gboolean has_ends;
  double from;
  double to;
  guint n_points;
  gboolean is_log;
} MisVariation;

/* An empty one of agents; and what it holds is free'd. */
void mis_variation_init (MisVariation *variation);
void mis_variation_clear (MisVariation *variation);

/* @to is uninitialized. */
void mis_variation_copy (MisVariation *to, const MisVariation *from);
gboolean mis_variation_equal (const MisVariation *a, const MisVariation *b);

/**
 * mis_variation_parse:
 * @text: a quantity as in a file, such as "agents" or "weight:vehicles:speed"
 *
 * Sets quantity, option and ids of an initialized variation.
 *
 * Returns: %FALSE with %MIS_ERROR_UNKNOWN if there is no such quantity
 */
gboolean mis_variation_parse (MisVariation *variation, const char *text, GError **error);

/* (transfer full): the other way round. */
char *mis_variation_print (const MisVariation *variation);

MisSettingKind mis_variation_get_kind (const MisVariation *variation);

/* The ends between which a number of this quantity may lie. */
double mis_variation_get_lowest (const MisVariation *variation);
double mis_variation_get_highest (const MisVariation *variation);

/* Makes the settings of the ends, which are in order and allowed. O(points). */
void mis_variation_expand (MisVariation *variation);

/**
 * mis_variation_set_ends:
 *
 * Replaces the settings by numbers from one to the other; names of the old ones go. What is not
 * allowed is found by mis_variation_check().
 */
void mis_variation_set_ends (
  MisVariation *variation, double from, double to, guint n_points, gboolean is_log);

/* Replaces the settings by a list: of numbers, (array length=n) of choices of the option, or of ids
 * of scenarios, where %NULL is the base. */
void mis_variation_set_numbers (MisVariation *variation, const double *numbers, guint n);
void mis_variation_set_choices (MisVariation *variation, const guint *choices, guint n);
void mis_variation_set_scenarios (MisVariation *variation, const char *const *ids, guint n);

/* Whether every value is allowed for the quantity, and the ends go together. */
gboolean mis_variation_check (const MisVariation *variation, GError **error);

/* Whether each value is one number: one of the two kinds of it, or a span without width. */
gboolean mis_variation_has_numbers (const MisVariation *variation);

guint mis_variation_get_n_settings (const MisVariation *variation);
const MisSetting *mis_variation_get_setting (const MisVariation *variation, guint setting);

/* The number that the value is, or the low end of its first span. */
double mis_variation_get_number (const MisVariation *variation, guint setting);

/* (transfer full): what the legend calls a value, such as "2 goals"; English, as in tables. */
char *mis_variation_get_name (const MisVariation *variation, guint setting);

/**
 * MisExperiment:
 * @id: such as "1" for figure 1 of the paper
 * @is_paper: whether it is one of the bundled figures of the paper, with whatever numbers; files do
 *   not say so
 * @description: what to see, in plain words
 * @note: where the paper's text and its authors' program differ, and the like
 * @example: (nullable): the name of the bundled example
 * @recipe: for %MIS_SOURCE_RECIPE only
 * @n_agents: the population that a project is scaled to; 0 as it is
 * @ranges: of a project or example
 * @x: may have no values: then nothing varies along x, and the result is how the scores of all runs
 *   are distributed. Only where ranges are drawn from
 * @series: (element-type MisVariation): may be empty: one series
 * @scoring_mask: bit i: option i of mis_options is that of @scoring; the others are those of the
 *   project, or the paper's
 *
 * Made by filling a new one in, then checked, then immutable and atomically reference-counted.
 */
typedef struct
{
  int ref_count; /* atomic */
  char *id;
  gboolean is_paper;
  char *title;
  char *description;
  char *note;
  MisSource source;
  char *example;
  MisRecipe recipe;
  guint64 n_agents;
  MisRanges ranges;
  MisVariation x;
  GArray *series;
  guint runs;
  guint64 seed;
  MisBand band;
  MisScoring scoring;
  guint scoring_mask;
} MisExperiment;

/* (transfer full): to be filled in: texts %NULL, a recipe with its defaults, one run, seed 0. */
MisExperiment *mis_experiment_new (void);
MisExperiment *mis_experiment_ref (MisExperiment *experiment);
void mis_experiment_unref (MisExperiment *experiment);

/* Whether the two say the same, so that they are the same bytes in a file. */
gboolean mis_experiment_equal (const MisExperiment *a, const MisExperiment *b);

/* An estimate of the bytes that this value holds. */
gsize mis_experiment_get_size (const MisExperiment *experiment);

/* The part of an experiment that is at fault: a series, or one of these. */
typedef enum
{
  MIS_PART_RANGES = -4,
  MIS_PART_RUNS = -3,
  MIS_PART_WORLD = -2,
  MIS_PART_X = -1,
} MisPart;

/**
 * mis_experiment_check:
 * @part: (out): what is at fault: a #MisPart, or from 0 an index into series
 *
 * Whether all parts go together and none is too large. What a project must have is seen only when
 * the experiment meets it. O(series x points x areas).
 *
 * Returns: %FALSE with a #MisError
 */
gboolean mis_experiment_check (const MisExperiment *experiment, int *part, GError **error);

/* (transfer full): what a message calls a part: "world", "x", "series[1]". */
char *mis_part_get_place (int part);

/**
 * mis_experiment_with:
 * @runs: (nullable), @seed: (nullable), @n_agents: (nullable): what is to change
 *
 * The number of agents is n, or the end of the x axis where that is n.
 *
 * Returns: (transfer full): %NULL with a #MisError that begins with the place
 */
MisExperiment *mis_experiment_with (const MisExperiment *experiment,
                                    const guint *runs,
                                    const guint64 *seed,
                                    const guint64 *n_agents,
                                    GError **error);

/**
 * mis_experiment_with_ends:
 * @from, @to: the new ends of x, which has ends already
 * @n_points: as many from one to the other; fewer where whole numbers would repeat
 *
 * Returns: (transfer full): %NULL with a #MisError that begins with the place
 */
MisExperiment *mis_experiment_with_ends (const MisExperiment *experiment,
                                         double from,
                                         double to,
                                         guint n_points,
                                         GError **error);

/**
 * mis_experiment_with_variation:
 * @part: %MIS_PART_X, or an index into series, which may be the first that is not there yet
 * @variation: (nullable): what varies there from now on; %NULL takes one out of the series, or
 *   leaves nothing to vary along x
 *
 * Returns: (transfer full): %NULL with a #MisError that begins with the place
 */
MisExperiment *mis_experiment_with_variation (const MisExperiment *experiment,
                                              int part,
                                              const MisVariation *variation,
                                              GError **error);

/**
 * mis_experiment_with_ranges:
 * @runs: so many runs of each point
 *
 * Returns: (transfer full): with values drawn from their ranges in another way; %NULL with a
 *   #MisError that begins with the place
 */
MisExperiment *mis_experiment_with_ranges (const MisExperiment *experiment,
                                           MisRanges ranges,
                                           guint runs,
                                           GError **error);

/**
 * mis_experiment_with_texts:
 * @id, @title, @description: (nullable): what is to change; with another id it is no figure of the
 *   paper any more
 *
 * Returns: (transfer full): %NULL with %MIS_ERROR_TEXT
 */
MisExperiment *mis_experiment_with_texts (const MisExperiment *experiment,
                                          const char *id,
                                          const char *title,
                                          const char *description,
                                          GError **error);

/**
 * mis_experiment_with_per:
 * @experiment: with a recipe
 *
 * Returns: (transfer full): with weights drawn for each agent or for each goal group; %NULL with a
 *   #MisError that begins with the place, if there are too many agents to draw one by one
 */
MisExperiment *
mis_experiment_with_per (const MisExperiment *experiment, MisPer per, GError **error);

/* (transfer full): the same worlds with another band. */
MisExperiment *mis_experiment_with_band (const MisExperiment *experiment, MisBand band);

/* Whether nothing varies along x, so that the result is a distribution. */
gboolean mis_experiment_is_distribution (const MisExperiment *experiment);

/* The variations: those of the series in their order, then x, if there is one. */
guint mis_experiment_get_n_variations (const MisExperiment *experiment);
const MisVariation *mis_experiment_get_variation (const MisExperiment *experiment, guint variation);

guint mis_experiment_get_n_series (const MisExperiment *experiment);
guint mis_experiment_get_n_points (const MisExperiment *experiment);

/* Which value of variation @variation belongs to a point of a series: by number, or itself.
 * O(variations). */
guint mis_experiment_get_index (const MisExperiment *experiment,
                                guint variation,
                                guint series,
                                guint point);
const MisSetting *mis_experiment_get_setting (const MisExperiment *experiment,
                                              guint variation,
                                              guint series,
                                              guint point);

/* (transfer full): names of the values, joined by ", "; the title if nothing varies. */
char *mis_experiment_get_series_name (const MisExperiment *experiment, guint series);

/* (transfer full): what the names of the series have in common, where they do not say it; English,
 * as in tables. */
char *mis_experiment_get_legend (const MisExperiment *experiment);

/* What the axis of the score is called; English, as in tables. */
#define MIS_SCORE_LABEL "Population Misalignment"

/* (transfer full): what stands at the x axis, the score of a distribution; English, as
 * in tables. */
char *mis_experiment_get_x_label (const MisExperiment *experiment);

/* Whether the weights of any point are drawn, by agent or by goal group. O(cells). */
gboolean mis_experiment_draws_weights (const MisExperiment *experiment);

/* What mis_recipe_count_positions() says of all points together; 0 for a project. O(cells). */
double mis_experiment_count_positions (const MisExperiment *experiment);

/* Series times points. */
guint64 mis_experiment_get_n_cells (const MisExperiment *experiment);

/* Whether a project may have @n experiments with @n_cells cells in all. */
gboolean mis_experiments_check_limits (guint n, guint64 n_cells, GError **error);

/* n, or the highest n of all points; 0 if that of the project. */
guint64 mis_experiment_get_n_agents (const MisExperiment *experiment);

/**
 * mis_experiment_fill_cell:
 * @recipe: (out): uninitialized; the world of this point, if the experiment has a recipe
 * @scoring: (inout): how it is scored: given options and those that vary are put in
 *
 * What is done to a project is not looked at. O(variations).
 */
void mis_experiment_fill_cell (const MisExperiment *experiment,
                               guint series,
                               guint point,
                               MisRecipe *recipe,
                               MisScoring *scoring);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisExperiment, mis_experiment_unref)

G_END_DECLS
