/* Which uncertain value widens the range of the overall score most, one at a time. */
#include "core/bounds.h"

#include <math.h>

#include "core/edit.h"
#include "core/front.h"
#include "core/sum.h"
#include "core/top.h"

/* Where less than this part of M_p is left, what is left is not found by subtraction. An area has
 * at most one conflict and two rows that so much hangs on. */
#define CANCELLED 0.01

/* The area mean as a function of one area's score. */
typedef struct
{
  MisAreaMean mean;
  guint n;         /* areas that have a score */
  gboolean zero;   /* whether one of the others is 0 */
  double sum;      /* of the others */
  double logs;     /* of the others' logarithms */
  double inverses; /* of the others' inverses */
  double lowest;   /* of the others */
  double highest;
} Others;

static void
others_init (Others *self, const MisScore *score, guint area, MisAreaMean mean)
{
  MisSum sum = { 0.0, 0.0 }, logs = { 0.0, 0.0 }, inverses = { 0.0, 0.0 };

  *self = (Others) { .mean = mean, .n = 1, .lowest = INFINITY, .highest = 0.0 };
  for (guint i = 0; i < score->n_areas; i++)
    {
      double value = score->areas[i].misalignment;

      if (i == area || isnan (value))
        continue;
      self->n++;
      self->lowest = MIN (self->lowest, value);
      self->highest = MAX (self->highest, value);
      mis_sum_add (&sum, value);
      if (value > 0.0)
        {
          mis_sum_add (&logs, log (value));
          mis_sum_add (&inverses, 1.0 / value);
        }
      else
        self->zero = TRUE;
    }
  self->sum = mis_sum_get (&sum);
  self->logs = mis_sum_get (&logs);
  self->inverses = mis_sum_get (&inverses);
}

/* M where the area has the score @value. */
static double
others_get (const Others *self, double value)
{
  switch (self->mean)
    {
    case MIS_AREA_MEAN_ARITHMETIC:
      return (self->sum + value) / self->n;
    case MIS_AREA_MEAN_GEOMETRIC:
      return self->zero || value <= 0.0 ? 0.0 : exp ((self->logs + log (value)) / self->n);
    case MIS_AREA_MEAN_HARMONIC:
      return self->zero ? 0.0 : self->n * value / (1.0 + self->inverses * value);
    case MIS_AREA_MEAN_MINIMUM:
      return MIN (self->lowest, value);
    case MIS_AREA_MEAN_MAXIMUM:
      return MAX (self->highest, value);
    default:
      g_return_val_if_reached (0.0);
    }
}

/* What M gains while the area's score goes from @low up by @gain, without a difference of two M. */
static double
others_get_gain (const Others *self, double low, double gain)
{
  double high = low + gain;

  switch (self->mean)
    {
    case MIS_AREA_MEAN_ARITHMETIC:
      return gain / self->n;
    case MIS_AREA_MEAN_GEOMETRIC:
      if (low <= 0.0)
        return others_get (self, high);
      return others_get (self, low) * expm1 (log1p (gain / low) / self->n);
    case MIS_AREA_MEAN_HARMONIC:
      return self->zero ? 0.0
                        : self->n * gain
                              / ((1.0 + self->inverses * low) * (1.0 + self->inverses * high));
    case MIS_AREA_MEAN_MINIMUM:
      return high <= self->lowest ? gain : MAX (self->lowest - low, 0.0);
    case MIS_AREA_MEAN_MAXIMUM:
      return low >= self->highest ? gain : MAX (high - self->highest, 0.0);
    default:
      g_return_val_if_reached (0.0);
    }
}

/* What does not change from one question about an area to the next. */
typedef struct
{
  const MisTally *tally;
  const MisScore *score;
  guint area;
  Others others;
  MisFront front;
  double scale; /* turns a sum of c f over ordered pairs into normalized M_p; 0 without a score */
} Inquiry;

static double
get_scale (const MisAreaScore *score, const MisScoring *scoring)
{
  double n = (double) score->n;
  double factor = 1.0;

  if (isnan (score->raw))
    return 0.0;
  if (score->maximum > 0.0)
    factor = mis_normalize (score->maximum, n, score->k, scoring) / score->maximum;
  return factor / mis_pairs_count (n, scoring->pairs);
}

static void
inquiry_init (Inquiry *self,
              const MisTally *tally,
              const MisScore *score,
              const double *divisors,
              guint area)
{
  const MisReading *reading = mis_tally_get_reading (tally);
  const MisScoring *scoring = &reading->world->scoring;

  *self = (Inquiry) { .tally = tally, .score = score, .area = area };
  self->scale = get_scale (&score->areas[area], scoring);
  others_init (&self->others, score, area, scoring->area_mean);
  mis_front_init (&self->front, reading, divisors, area,
                  scoring->weights == MIS_WEIGHTS_AS_GIVEN);
}

/* M_p of the world with the value at its low end. */
static double
score_at_low (const Inquiry *self, const MisQuestion *question)
{
  MisWorld *world = mis_tally_get_world (self->tally);
  g_autoptr (MisWorld) changed = NULL;
  g_autoptr (MisTally) tally = NULL;
  g_autoptr (MisScore) score = NULL;

  if (question->agent < 0)
    changed = mis_world_with_conflict (world, question->area, question->g, question->h,
                                       question->from, NULL);
  else
    changed = mis_world_with_weight (world, (guint) question->agent, question->area,
                                     question->from, NULL);
  tally = mis_tally_new (changed, (MisTally *) self->tally);
  score = mis_score_new (tally, self->tally, self->score);
  return score->areas[question->area].misalignment;
}

/* Sets what M gains if the sum over ordered pairs can be @down less and @up more. */
static void
inquiry_answer (const Inquiry *self, MisQuestion *question, double down, double up)
{
  double value = self->score->areas[self->area].misalignment;
  double gain = (down + up) * self->scale;
  double low;

  question->low = question->high = self->score->overall;
  question->width = 0.0;
  if (isnan (value) || gain <= 0.0)
    return;
  low = MAX (value - down * self->scale, 0.0);
  if (low < CANCELLED * value)
    low = score_at_low (self, question);
  question->low = others_get (&self->others, low);
  question->high = others_get (&self->others, value + up * self->scale);
  question->width = others_get_gain (&self->others, low, gain);
}

static guint
as_index (int goal, const MisGround *ground)
{
  return goal == MIS_NO_GOAL ? ground->n_goals : (guint) goal;
}

static void
ask_conflicts (const Inquiry *self, MisQuestions *questions, MisTop *top)
{
  const MisWorld *world = mis_tally_get_world (self->tally);
  const MisGround *ground = &self->front.ground;
  guint n;
  const MisConflict *conflicts = mis_area_get_conflicts (world->areas[self->area], &n);

  for (guint i = 0; i < n; i++)
    {
      const MisConflict *c = &conflicts[i];
      MisQuestion question = { .area = self->area, .agent = -1, .g = c->g, .h = c->h,
                               .from = c->low, .to = c->high };
      double both;

      if (!(c->low < c->high))
        continue;
      questions->n_uncertain++;
      both = 2.0 * mis_bloc_sum_goals (&self->front.bloc, as_index (c->g, ground),
                                       as_index (c->h, ground));
      inquiry_answer (self, &question, (c->value - c->low) * both, (c->high - c->value) * both);
      mis_top_add (top, &question);
    }
}

static void
ask_weight (const Inquiry *self, guint agent, const MisPosition *position, MisTop *top)
{
  const MisOpposition *opposition = &self->front.opposition;
  guint goal = self->front.cells[agent].goal;
  double both = 2.0 * self->front.cells[agent].class.count;
  double down = mis_opposition_gain (opposition, goal, position->low, position->weight);
  double up = mis_opposition_gain (opposition, goal, position->weight, position->high);
  MisQuestion question = { .area = self->area, .agent = (int) agent, .g = position->goal,
                           .h = position->goal, .from = position->low, .to = position->high };

  inquiry_answer (self, &question, both * down, both * up);
  mis_top_add (top, &question);
}

static void
ask_weights (const Inquiry *self, MisQuestions *questions, MisTop *top)
{
  const MisWorld *world = mis_tally_get_world (self->tally);

  for (guint agent = 0; agent < self->front.n_rows; agent++)
    {
      MisPosition position;

      if (self->front.cells[agent].class.count <= 0.0)
        continue;
      position = mis_world_get_position (world, agent, self->area);
      if (position.goal == MIS_UNKNOWN || !(position.low < position.high))
        continue;
      questions->n_uncertain++;
      if (world->scoring.weights == MIS_WEIGHTS_AS_GIVEN)
        ask_weight (self, agent, &position, top);
      else
        questions->n_unasked++;
    }
}

/* The widest first, then areas, conflicts before weights, goals or rows. */
static int
compare_questions (gconstpointer a, gconstpointer b)
{
  const MisQuestion *left = a;
  const MisQuestion *right = b;

  if (left->width != right->width)
    return left->width > right->width ? -1 : 1;
  if (left->area != right->area)
    return left->area < right->area ? -1 : 1;
  if (left->agent != right->agent)
    return left->agent < right->agent ? -1 : 1;
  if (left->g != right->g)
    return left->g < right->g ? -1 : 1;
  return (left->h > right->h) - (left->h < right->h);
}

MisQuestions *
mis_questions_new (const MisTally *tally, const MisScore *score, guint max_questions)
{
  MisQuestions *self = g_new0 (MisQuestions, 1);
  g_autofree double *divisors = mis_cells_new_divisors (mis_tally_get_reading (tally));
  MisTop top;

  mis_top_init (&top, max_questions, sizeof (MisQuestion), compare_questions);
  for (guint area = 0; area < score->n_areas; area++)
    {
      Inquiry inquiry;

      inquiry_init (&inquiry, tally, score, divisors, area);
      ask_conflicts (&inquiry, self, &top);
      ask_weights (&inquiry, self, &top);
      mis_front_clear (&inquiry.front);
    }
  self->questions = mis_top_end (&top, &self->n_questions);
  return self;
}

void
mis_questions_free (MisQuestions *questions)
{
  g_free (questions->questions);
  g_free (questions);
}
