/* quantity.h: what can vary in a project, in the words that people know: names, never ids.
 *
 * Texts are in the user's language.
 */
#pragma once

#include "core/figure-data.h"
#include "core/world.h"

G_BEGIN_DECLS

/* A quantity of a project, as a menu calls it. */
typedef struct
{
  MisQuantity quantity;
  const char *label; /* translatable, to be passed through g_dgettext() */
} MisQuantityLabel;

/* In the order of a menu, ended by a %NULL label; those that are no numbers, and so cannot stand on
 * the x axis, are the last ones. */
extern const MisQuantityLabel mis_project_quantities[];

/* Whether the values are numbers. */
gboolean mis_quantity_is_number (MisQuantity quantity);

/* Whether @world has something of which this can vary. */
gboolean mis_quantity_exists (MisQuantity quantity, const MisWorld *world);

/**
 * mis_variation_init_first:
 * @variation: (out): uninitialized
 * @quantity: one that exists in @world
 * @is_x: whether it is to stand on the x axis
 *
 * The first thing in @world that has this quantity, with values to begin with.
 */
void mis_variation_init_first (MisVariation *variation,
                               MisQuantity quantity,
                               const MisWorld *world,
                               gboolean is_x);

/* Gives a variation values to begin with, for what it varies. */
void mis_variation_set_first_values (MisVariation *variation, const MisWorld *world, gboolean is_x);

/**
 * mis_experiment_find_scale:
 *
 * A project is scaled to another number of agents by a series with that one number.
 *
 * Returns: which of the series that is; -1 if the project is as it is, or its size varies
 */
int mis_experiment_find_scale (const MisExperiment *experiment);

/* Whether the number of agents is one of the things that vary. */
gboolean mis_experiment_varies_agents (const MisExperiment *experiment);

/* (transfer full): scaled to @n_agents, or as it is if that is 0; %NULL with a #MisError. */
MisExperiment *
mis_experiment_with_scale (const MisExperiment *experiment, guint64 n_agents, GError **error);

/* (transfer full): "Share of Vehicles"; what the file says instead, if it does. What @world has not
 * is called by its id, as it has no other name. */
char *mis_variation_dup_label (const MisVariation *variation, const MisWorld *world);

/* (transfer full): what the legend calls a value: "Share of Vehicles: 0.5", "With a regulator". */
char *
mis_variation_dup_value_name (const MisVariation *variation, const MisWorld *world, guint setting);

/* (transfer full): the same without the name of what varies: "0.5", for lists of values. */
char *mis_variation_dup_value (const MisVariation *variation, const MisWorld *world, guint setting);

/* (transfer full) (nullable): a sentence on the first thing it names that @world does not have. */
char *mis_variation_find_missing (const MisVariation *variation, const MisWorld *world);

/* The same for all that varies. */
char *mis_experiment_find_missing (const MisExperiment *experiment, const MisWorld *world);

/* (transfer full): what the values are of that differ between series, for the legend; "" if they
 * say it themselves. */
char *mis_experiment_dup_legend (const MisExperiment *experiment, const MisWorld *world);

/* (transfer full): the values that differ between series, joined by "; ": a bare number where the
 * legend says of what. */
char *mis_experiment_dup_series_name (const MisExperiment *experiment,
                                      const MisWorld *world,
                                      guint series);

/**
 * mis_experiment_name_data:
 * @world: what @experiment was run with; not for recipes
 * @data: its result, which nobody else has seen yet
 *
 * Axis, legend and series get the names that people know.
 */
void mis_experiment_name_data (const MisExperiment *experiment,
                               const MisWorld *world,
                               MisFigureData *data);

G_END_DECLS
