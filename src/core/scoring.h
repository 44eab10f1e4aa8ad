/* scoring.h: the options of the score, as values with one table for each enumeration. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* f(w_a, w_b), the weight of a pair of agents (paper, 3.6: the geometric mean). */
typedef enum
{
  MIS_WEIGHT_MEAN_GEOMETRIC,
  MIS_WEIGHT_MEAN_ARITHMETIC,
  MIS_WEIGHT_MEAN_HARMONIC,
  MIS_WEIGHT_MEAN_MINIMUM,
  MIS_WEIGHT_MEAN_MAXIMUM,
  MIS_WEIGHT_MEAN_NONE,
} MisWeightMean;

/* How the scores of the areas become one (paper, eq. 7: the arithmetic mean). */
typedef enum
{
  MIS_AREA_MEAN_ARITHMETIC,
  MIS_AREA_MEAN_GEOMETRIC,
  MIS_AREA_MEAN_HARMONIC,
  MIS_AREA_MEAN_MINIMUM,
  MIS_AREA_MEAN_MAXIMUM,
} MisAreaMean;

/* Which pairs of agents are drawn: two different ones (paper, eq. 6) or any two (2022, eq. 2). */
typedef enum
{
  MIS_PAIRS_DISTINCT,
  MIS_PAIRS_REPLACEMENT,
} MisPairs;

/* What the score of an area is divided by: nothing, (k-1)/k, or the exact maximum of n agents. */
typedef enum
{
  MIS_NORMALIZATION_NONE,
  MIS_NORMALIZATION_LIMIT,
  MIS_NORMALIZATION_MAXIMUM,
} MisNormalization;

/* How an unknown position is read: left out of its area, or as no goal with weight 1. */
typedef enum
{
  MIS_UNKNOWN_LEAVE_OUT,
  MIS_UNKNOWN_NO_GOAL,
} MisUnknown;

/* Weights as given, or each agent's weights divided by their sum over the areas. */
typedef enum
{
  MIS_WEIGHTS_AS_GIVEN,
  MIS_WEIGHTS_SUM_TO_ONE,
} MisWeights;

/**
 * MisScoring:
 *
 * All options of a score. All zero is the paper's way: geometric, arithmetic, distinct, none,
 * leave-out, as-given.
 */
typedef struct
{
  MisWeightMean weight_mean;
  MisAreaMean area_mean;
  MisPairs pairs;
  MisNormalization normalization;
  MisUnknown unknown;
  MisWeights weights;
} MisScoring;

/**
 * MisChoice:
 * @nick: the word of files and of the command line
 * @label: for menus; translatable, to be passed through g_dgettext()
 */
typedef struct
{
  const char *nick;
  const char *label;
} MisChoice;

/**
 * MisOption:
 * @name: the member of the file's "scoring", such as "weight_mean"
 * @label: for headings; translatable
 * @choices: in the order of the enumeration, ended by a %NULL nick
 *
 * One row for each member of #MisScoring, in file order. Parsing, printing and menus all read
 * this table.
 */
typedef struct
{
  const char *name;
  const char *label;
  const MisChoice *choices;
} MisOption;

#define MIS_N_OPTIONS 6u

extern const MisOption mis_options[MIS_N_OPTIONS];

/* The value of option @option (an index into mis_options), as an index into its choices. */
guint mis_scoring_get (const MisScoring *scoring, guint option);
void mis_scoring_set (MisScoring *scoring, guint option, guint choice);
gboolean mis_scoring_equal (const MisScoring *a, const MisScoring *b);

/**
 * mis_choice_from_nick:
 * @choices: a table ended by a %NULL nick
 *
 * Returns: its index, or -1 if no choice is called @nick
 */
int mis_choice_from_nick (const MisChoice *choices, const char *nick);

/**
 * mis_choice_list_nicks:
 *
 * Returns: (transfer full): "geometric, arithmetic or none", for messages
 */
char *mis_choice_list_nicks (const MisChoice *choices);

/* f(x, y) of two weights in [0,1] (paper, 3.6). */
double mis_weight_mean (double x, double y, MisWeightMean mean);

/* Whether sums over pairs under @mean need every weight, not sums by goal alone: minimum, maximum
 * and harmonic. */
gboolean mis_weight_mean_needs_classes (MisWeightMean mean);

G_END_DECLS
