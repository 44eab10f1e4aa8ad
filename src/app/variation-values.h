/* variation-values.h: the values of what varies, as people choose and type them. */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/* How numbers are given, in the order of a menu. */
typedef enum
{
  MIS_SHAPE_EVEN,   /* from one to another, evenly */
  MIS_SHAPE_RATIOS, /* the same by equal ratios */
  MIS_SHAPE_LIST,
} MisShape;

/* The fields for them. */
typedef enum
{
  MIS_VALUE_FROM,
  MIS_VALUE_TO,
  MIS_VALUE_POINTS,
  MIS_VALUE_LIST,
  MIS_N_VALUE_FIELDS,
} MisValueField;

MisShape mis_values_get_shape (const MisVariation *variation);

/* Gives the same range in another way, as near as may be. */
void mis_values_set_shape (MisVariation *variation, MisShape shape, gboolean is_x);

/* (transfer full): what a field shows. */
char *mis_values_get_text (const MisVariation *variation, MisValueField field);

/* Each puts in what was typed, and returns (transfer full) (nullable) why it cannot. */
char *mis_values_set_number (MisVariation *variation, MisValueField field, double value);
char *mis_values_set_list (MisVariation *variation, const char *text, gboolean is_x);

/* Gives @to, which varies something else, the numbers of @from, if they are of the same kind. */
void mis_values_carry_over (const MisVariation *from, MisVariation *to);

/* (transfer full): all scenarios or choices of the option, and which of them are among the values.
 */
void mis_values_list_choices (const MisVariation *variation,
                              const MisWorld *world,
                              char ***names,
                              gboolean **chosen);
void mis_values_set_chosen (MisVariation *variation, const MisWorld *world, const gboolean *chosen);

/* (transfer full) (nullable): why there are fewer points than were asked for. */
char *mis_values_get_points_hint (const MisVariation *self);

G_END_DECLS
