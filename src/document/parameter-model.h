/* parameter-model.h: the parameters of a world as list models, made when they are looked at.
 *
 * However many numbers a project has, a model holds none of them: items are made on demand.
 */
#pragma once

#include <gio/gio.h>

#include "document/parameter.h"

G_BEGIN_DECLS

#define MIS_TYPE_PARAMETER_MODEL (mis_parameter_model_get_type ())
G_DECLARE_FINAL_TYPE (MisParameterModel, mis_parameter_model, MIS, PARAMETER_MODEL, GObject)

/* The headings at the top: population, weights, conflicts. Those without anything below are
 * left out. */
MisParameterModel *mis_parameter_model_new (MisWorld *world);

/**
 * mis_parameter_model_new_children:
 * @counts: whether groups are moved by their count instead of their share
 *
 * O(areas), or O(1) for the agents of a section.
 *
 * Returns: (transfer full) (nullable): what unfolds below @parameter; %NULL if it is no heading
 */
MisParameterModel *
mis_parameter_model_new_children (MisWorld *world, MisParameter *parameter, gboolean counts);

/* Where the pair of goals @g < @h, of which @g may be %MIS_NO_GOAL, stands among the children of
 * the heading of its area; %G_MAXUINT if it does not. O(pairs with the null goal). */
guint mis_parameter_model_find_conflict (const MisWorld *world, guint area, int g, int h);

/* (transfer full): an empty list of parameters of @world, and one more at its end. */
MisParameterModel *mis_parameter_model_new_list (MisWorld *world);
void mis_parameter_model_add (MisParameterModel *self, MisParameter *parameter);

G_END_DECLS
