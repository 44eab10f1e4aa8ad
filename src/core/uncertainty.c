#include "core/uncertainty.h"

#include "core/reading.h"
#include "core/score.h"
#include "core/uncertain-area.h"

/* Draws are multiples of 2^-53 of a range that begins at 0; what is less is not told from 0. */
#define LEAST_PART 0x1p-60

/* One weight of an agent whose weights share a sum. */
typedef struct
{
  guint value; /* MIS_CERTAIN: it is @weight */
  double weight;
} Part;

struct _MisUncertainty
{
  MisWorld *world;
  gboolean has_score;
  gboolean has_weights;    /* whether a weight is uncertain */
  GArray *values;          /* MisUncertain */
  MisUncertainArea *areas; /* (array length=n_areas) */
  double *scores;          /* (array length=n_areas): of the latest draw */
  GArray *parts;           /* Part: of the first divisor, then of the second... */
  GArray *ends;            /* guint: where those of each divisor end */
  double *divisors;        /* of the latest draw */
};

/* What reads the rows of a world. */
typedef struct
{
  MisUncertainty *self;
  MisReading reading;
  const MisBlock *block;
  guint row; /* in the block */
  guint agent;
  double count;
} Reader;

/* Whether the position of the row in @area can make a difference by its weight. */
static gboolean
is_uncertain (const Reader *reader, guint area, const MisPosition *position)
{
  return position->goal != MIS_UNKNOWN && position->low < position->high &&
         mis_reading_weight_matters (&reader->reading, area, position->goal) &&
         reader->self->world->scoring.weight_mean != MIS_WEIGHT_MEAN_NONE;
}

static guint
add_value (const Reader *reader, guint area, const MisPosition *position)
{
  GArray *values = reader->self->values;
  MisUncertain value = { area,          (int) reader->agent, position->goal, position->goal,
                         position->low, position->weight,   position->high };

  g_array_append_val (values, value);
  reader->self->has_weights = TRUE;
  return values->len - 1;
}

static void
add_certain (const Reader *reader, guint area, int goal, double weight)
{
  guint k = mis_area_get_n_goals (reader->self->world->areas[area]);
  MisGoalClass class = { goal == MIS_NO_GOAL ? k : (guint) goal, { weight, reader->count } };

  g_array_append_val (reader->self->areas[area].certain, class);
}

static void
add_uncertain (const Reader *reader, guint area, int goal, MisUncertainRow row)
{
  row.goal =
      goal == MIS_NO_GOAL ? mis_area_get_n_goals (reader->self->world->areas[area]) : (guint) goal;
  row.count = reader->count;
  g_array_append_val (reader->self->areas[area].rows, row);
}

static double
get_smallest (const MisPosition *position)
{
  return position->low > 0.0 ? position->low : position->high * LEAST_PART;
}

/* Weights as given: each area by itself. */
static void
read_position (const Reader *reader, guint area)
{
  MisPosition position = mis_block_get_position (reader->block, reader->row, area);
  double weight = position.weight;
  int goal = position.goal;

  if (!mis_reading_read (&reader->reading, 1.0, &goal, &weight))
    return;
  if (is_uncertain (reader, area, &position))
    add_uncertain (reader, area, goal,
                   (MisUncertainRow) { .value = add_value (reader, area, &position),
                                      .divisor = MIS_CERTAIN,
                                      .smallest = get_smallest (&position),
                                      .largest = position.high });
  else
    add_certain (reader, area, goal, weight);
}

/* The weight of a row whose weights share an uncertain sum, of at most one for each area. */
static void
read_part (const Reader *reader, guint area)
{
  MisUncertainty *self = reader->self;
  MisPosition position = mis_block_get_position (reader->block, reader->row, area);
  MisUncertainRow row = { .value = MIS_CERTAIN, .weight = position.weight, .largest = 1.0 };
  int goal = position.goal;
  Part part;

  if (!mis_reading_read (&reader->reading, 1.0, &goal, &row.weight))
    return;
  row.divisor = self->ends->len;
  row.smallest = row.weight > 0.0 ? row.weight : 1.0;
  if (is_uncertain (reader, area, &position))
    {
      row.value = add_value (reader, area, &position);
      row.smallest = get_smallest (&position);
    }
  row.smallest /= self->world->n_areas;
  add_uncertain (reader, area, goal, row);
  part = (Part) { row.value, row.weight };
  if (mis_reading_weight_matters (&reader->reading, area, goal))
    g_array_append_val (self->parts, part);
}

static void
read_sharing_row (const Reader *reader)
{
  MisUncertainty *self = reader->self;
  double divisor = mis_reading_get_divisor (&reader->reading, reader->block, reader->row);
  gboolean is_certain = TRUE;

  for (guint area = 0; is_certain && area < self->world->n_areas; area++)
    {
      MisPosition position = mis_block_get_position (reader->block, reader->row, area);

      is_certain = !is_uncertain (reader, area, &position);
    }
  for (guint area = 0; area < self->world->n_areas; area++)
    {
      int goal;
      double weight;

      if (!is_certain)
        read_part (reader, area);
      else if (mis_reading_get_position (&reader->reading, reader->block, reader->row, area,
                                         divisor, &goal, &weight))
        add_certain (reader, area, goal, weight);
    }
  if (!is_certain)
    g_array_append_val (self->ends, self->parts->len);
}

static void
read_rows (MisUncertainty *self)
{
  MisWorld *world = self->world;
  Reader reader = { .self = self };

  mis_reading_init (&reader.reading, world);
  for (guint agent = 0; agent < world->n_agents; agent++)
    {
      reader.block = world->blocks[agent / MIS_BLOCK_ROWS];
      reader.row = agent % MIS_BLOCK_ROWS;
      reader.agent = agent;
      reader.count = (double) mis_world_get_agent (world, agent)->count;
      if (reader.count <= 0.0)
        continue;
      if (world->scoring.weights == MIS_WEIGHTS_SUM_TO_ONE)
        read_sharing_row (&reader);
      else
        for (guint area = 0; area < world->n_areas; area++)
          read_position (&reader, area);
    }
  mis_reading_clear (&reader.reading);
}

MisUncertainty *
mis_uncertainty_new (MisWorld *world)
{
  MisUncertainty *self = g_new0 (MisUncertainty, 1);
  g_autoptr (MisTally) tally = mis_tally_new (world, NULL);
  g_autoptr (MisScore) score = mis_score_new (tally, NULL, NULL);

  self->world = mis_world_ref (world);
  self->has_score = score->has_score;
  self->values = g_array_new (FALSE, FALSE, sizeof (MisUncertain));
  self->areas = g_new (MisUncertainArea, world->n_areas);
  self->scores = g_new (double, world->n_areas);
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint area = 0; area < world->n_areas; area++)
    mis_uncertain_area_init (&self->areas[area]);
  read_rows (self);
  self->divisors = g_new (double, self->ends->len);
  for (guint area = 0; area < world->n_areas; area++)
    mis_uncertain_area_end (&self->areas[area], world, area, &score->areas[area], self->values);
  return self;
}

void
mis_uncertainty_free (MisUncertainty *self)
{
  for (guint area = 0; area < self->world->n_areas; area++)
    mis_uncertain_area_clear (&self->areas[area]);
  g_array_unref (self->values);
  g_array_unref (self->parts);
  g_array_unref (self->ends);
  g_free (self->areas);
  g_free (self->scores);
  g_free (self->divisors);
  mis_world_unref (self->world);
  g_free (self);
}

const MisUncertain *
mis_uncertainty_list (const MisUncertainty *self, guint *n)
{
  *n = self->values->len;
  return (const MisUncertain *) self->values->data;
}

/* In the order of the areas, as mis_reading_get_divisor() sums them. */
static void
fill_divisors (MisUncertainty *self, const double *values)
{
  guint next = 0;

  for (guint i = 0; i < self->ends->len; i++)
    {
      double sum = 0.0;

      for (; next < g_array_index (self->ends, guint, i); next++)
        {
          const Part *part = &g_array_index (self->parts, Part, next);

          sum += part->value == MIS_CERTAIN ? part->weight : values[part->value];
        }
      self->divisors[i] = sum;
    }
}

double
mis_uncertainty_score (MisUncertainty *self, const double *values)
{
  const MisScoring *scoring = &self->world->scoring;

  if (!self->has_score)
    return 0.0;
  fill_divisors (self, values);
  for (guint area = 0; area < self->world->n_areas; area++)
    self->scores[area] =
        mis_uncertain_area_score (&self->areas[area], scoring, values, self->divisors);
  return mis_area_mean (self->scores, self->world->n_areas, scoring->area_mean);
}

gboolean
mis_uncertainty_expects (const MisUncertainty *self)
{
  const MisScoring *scoring = &self->world->scoring;

  return scoring->area_mean == MIS_AREA_MEAN_ARITHMETIC &&
         (!self->has_weights || (scoring->weights == MIS_WEIGHTS_AS_GIVEN &&
                                 (scoring->weight_mean == MIS_WEIGHT_MEAN_GEOMETRIC ||
                                  scoring->weight_mean == MIS_WEIGHT_MEAN_ARITHMETIC)));
}
