/* What a row of a population table says of an agent in one area: its goal, how much it cares, and
 * in which range that is uncertain. */
#include "core/number.h"
#include "file/table-agents-private.h"
#include "file/table-field.h"

#define MOST_OF_SCALE 100u /* larger numbers are hardly answers on a scale */

/* A whole number above 1 may well be an answer on a scale: how to bring it down is said once. */
static const char *
expect_probability (MisTableAgents *self, const MisTableField *field)
{
  guint64 whole;
  double number;

  if (mis_table_field_is_percentage (field, self->comma))
    return MIS_TABLE_PERCENTAGES;
  if (!mis_table_field_parse_number (field, self->comma, &number))
    return "a number from 0 to 1";
  if (!mis_table_field_parse_whole (field, &whole) || whole > MOST_OF_SCALE
      || self->has_told_scale)
    return "a number from 0 to 1";
  self->has_told_scale = TRUE;
  return "a number from 0 to 1: divide answers on a scale from 1 to 5 by 5, and those from 1 to "
         "100 by 100";
}

/* A number in [0,1]; @number stays as it is if the field is empty. */
static inline gboolean
read_probability (MisTableAgents *self, int column, double *number)
{
  const MisTableField *field = mis_table_agents_get_field (self, column);

  if (field->length == 0)
    return TRUE;
  if (mis_table_field_parse_number (field, self->comma, number) && *number >= 0.0
      && *number <= 1.0)
    {
      *number += 0.0; /* not -0 */
      return TRUE;
    }
  if (self->comma || !mis_table_field_has_comma (field))
    return mis_table_agents_fail_field (self, column, expect_probability (self, field));
  mis_table_agents_fail_field (self, column, MIS_TABLE_WANTS_POINT);
  self->scan->fault->cause = MIS_TABLE_WANTS_POINT;
  return FALSE;
}

static gboolean
has_empty_weight (const MisTableAgents *self, const MisTablePlaces *places)
{
  return places->weight >= 0 && mis_table_agents_get_field (self, places->weight)->length == 0;
}

static gboolean
read_range (MisTableAgents *self, const MisTablePlaces *places, MisPosition *position)
{
  GError *error = NULL;

  if (!read_probability (self, places->low, &position->low)
      || !read_probability (self, places->high, &position->high))
    return FALSE;
  if (mis_check_range (position->low, position->weight, position->high, &error))
    return TRUE;
  if (position->low <= position->high && has_empty_weight (self, places))
    {
      g_error_free (error);
      return mis_table_agents_fail_field (self, places->weight,
                                          "a weight from low to high, as an empty one counts as 1");
    }
  return mis_table_agents_fail_error (
    self, position->low > position->weight ? places->low : places->high, error);
}

/* An unknown position has no weight and no range. */
static gboolean
check_unknown (MisTableAgents *self, int column)
{
  return mis_table_agents_get_field (self, column)->length == 0
         || mis_table_agents_fail_field (self, column, "nothing, as there is no goal");
}

static gboolean
read_goal (MisTableAgents *self, guint area, int column, int *goal)
{
  const MisTableField *field = mis_table_agents_get_field (self, column);
  GError *error = NULL;

  if (field->length == 0)
    *goal = MIS_UNKNOWN;
  else if (field->length == 1 && field->text[0] == '-')
    *goal = MIS_NO_GOAL;
  else
    {
      *goal = mis_table_vocabulary_get_goal (self->vocabulary, area, field->text, field->length,
                                             &error);
      return *goal >= 0 || mis_table_agents_fail_error (self, column, error);
    }
  return TRUE;
}

gboolean
mis_table_position_read (MisTableAgents *self,
                         guint area,
                         const MisTablePlaces *places,
                         MisPosition *position)
{
  int goal;

  if (!read_goal (self, area, places->goal, &goal))
    return FALSE;
  *position = mis_position (goal, 1.0);
  if (goal == MIS_UNKNOWN)
    {
      *position = MIS_POSITION_UNKNOWN;
      return check_unknown (self, places->weight) && check_unknown (self, places->low)
             && check_unknown (self, places->high);
    }
  if (!read_probability (self, places->weight, &position->weight))
    return FALSE;
  if (goal != MIS_NO_GOAL && has_empty_weight (self, places))
    self->n_empty_weights++;
  position->low = position->high = position->weight;
  return (places->low < 0 && places->high < 0) || read_range (self, places, position);
}
