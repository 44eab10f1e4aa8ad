#include "document/elicitation.h"

#include <math.h>

struct _MisElicitation
{
  MisEffects *effects;
  GArray *questions[MIS_N_INQUIRY_KINDS]; /* of MisInquiry */
  guint64 n_beyond[MIS_N_INQUIRY_KINDS];
};

gboolean
mis_inquiry_is_same (const MisInquiry *a, const MisInquiry *b)
{
  return a->kind == b->kind && a->area == b->area && a->agent == b->agent &&
         (a->kind != MIS_INQUIRY_CONFLICT || (a->g == b->g && a->h == b->h));
}

static void
read_number (MisInquiry *question, double value, double low, double high, const MisNote *note)
{
  gboolean has_source = note != NULL && *note->source != '\0';

  question->value = value;
  question->low = low;
  question->high = high;
  question->state = !has_source  ? MIS_INQUIRY_OPEN
                    : low < high ? MIS_INQUIRY_UNSURE
                                 : MIS_INQUIRY_ANSWERED;
}

static gboolean
read_conflict (MisInquiry *question, const MisWorld *world)
{
  const MisArea *area = mis_world_get_area (world, question->area);
  MisConflict conflict;

  if (question->h >= (int)mis_area_get_n_goals (area))
    return FALSE;
  conflict = mis_area_get_conflict (area, question->g, question->h);
  read_number (question, conflict.value, conflict.low, conflict.high, conflict.note);
  return TRUE;
}

static gboolean
read_position (MisInquiry *question, const MisWorld *world)
{
  MisPosition position;

  if (question->agent >= mis_world_get_n_agents (world))
    return FALSE;
  position = mis_world_get_position (world, question->agent, question->area);
  question->g = position.goal;
  if (question->kind == MIS_INQUIRY_GOAL)
    {
      question->state = position.goal == MIS_UNKNOWN ? MIS_INQUIRY_OPEN : MIS_INQUIRY_ANSWERED;
      return mis_area_get_n_goals (mis_world_get_area (world, question->area)) > 0;
    }
  read_number (question, position.weight, position.low, position.high, position.note);
  return position.goal >= 0;
}

gboolean
mis_inquiry_read (MisInquiry *question, const MisWorld *world)
{
  if (question->area >= mis_world_get_n_areas (world))
    return FALSE;
  return question->kind == MIS_INQUIRY_CONFLICT ? read_conflict (question, world)
                                                : read_position (question, world);
}

/* The score with the number at @value less the score as it is. */
static double
get_difference (const MisElicitation *self, MisLever *lever, double value)
{
  MisLeverItem item;

  lever->value = value;
  return mis_effects_get_item (self->effects, lever, &item)
             ? item.effect
             : -mis_effects_get_overall (self->effects);
}

static double
get_effect (const MisElicitation *self, const MisInquiry *question)
{
  MisWorld *world = mis_elicitation_get_world (self);
  gboolean is_weight = question->kind == MIS_INQUIRY_WEIGHT;
  MisLever lever = { .kind = is_weight ? MIS_LEVER_WEIGHT : MIS_LEVER_CONFLICT,
                     .area = question->area,
                     .agent = question->agent };

  if (is_weight)
    lever.agents = mis_world_get_agent (world, question->agent)->count;
  else
    {
      lever.goal = question->g;
      lever.other = question->h;
    }
  if (is_weight && lever.agents == 0)
    return 0.0;
  return fabs (get_difference (self, &lever, 1.0) - get_difference (self, &lever, 0.0));
}

static void
add (MisElicitation *self, MisInquiry question, const MisWorld *world)
{
  GArray *list = self->questions[question.kind];

  if (!mis_inquiry_read (&question, world))
    return;
  if (list->len == MIS_MAX_INQUIRIES)
    {
      self->n_beyond[question.kind]++;
      return;
    }
  if (question.kind != MIS_INQUIRY_GOAL)
    question.effect = get_effect (self, &question);
  g_array_append_val (list, question);
}

static void
add_of_groups (MisElicitation *self, const MisWorld *world, guint area)
{
  for (guint agent = 0; agent < mis_world_get_n_agents (world); agent++)
    {
      add (self, (MisInquiry){ .kind = MIS_INQUIRY_GOAL, .area = area, .agent = agent }, world);
      add (self, (MisInquiry){ .kind = MIS_INQUIRY_WEIGHT, .area = area, .agent = agent }, world);
    }
}

static gboolean
is_held (const MisAreaTally *tally, int goal)
{
  return tally->goals[goal == MIS_NO_GOAL ? tally->n_goals : (guint)goal].n > 0;
}

/* "No goal" clashes with nobody unless the project says so. */
static gboolean
may_clash (const MisArea *area, int g, int h)
{
  return g != MIS_NO_GOAL || mis_area_has_null_conflict (area, (guint)h);
}

static void
add_of_pairs (MisElicitation *self, const MisWorld *world, guint area)
{
  const MisArea *value = mis_world_get_area (world, area);
  MisAreaTally tally = mis_tally_get_area (mis_effects_get_tally (self->effects), area);

  for (int g = MIS_NO_GOAL; g < (int)tally.n_goals; g++)
    for (int h = g + 1; is_held (&tally, g) && h < (int)tally.n_goals; h++)
      if (is_held (&tally, h) && may_clash (value, g, h))
        add (self, (MisInquiry){ .kind = MIS_INQUIRY_CONFLICT, .area = area, .g = g, .h = h },
             world);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const MisInquiry *p = a, *q = b;

  if (p->state != q->state)
    return p->state < q->state ? -1 : 1;
  if (p->effect != q->effect)
    return p->effect > q->effect ? -1 : 1;
  if (p->area != q->area)
    return p->area < q->area ? -1 : 1;
  if (p->agent != q->agent)
    return p->agent < q->agent ? -1 : 1;
  return p->g != q->g ? (p->g < q->g ? -1 : 1) : (p->h > q->h) - (p->h < q->h);
}

MisElicitation *
mis_elicitation_new (MisWorld *world, const MisElicitation *previous)
{
  MisElicitation *self;
  const MisEffects *before = previous != NULL ? previous->effects : NULL;
  g_autoptr (MisTally) tally = NULL;

  g_return_val_if_fail (world != NULL, NULL);

  self = g_atomic_rc_box_new0 (MisElicitation);
  tally = mis_tally_new (world, before != NULL ? mis_effects_get_tally (before) : NULL);
  self->effects = mis_effects_new (tally, before);
  for (guint kind = 0; kind < MIS_N_INQUIRY_KINDS; kind++)
    self->questions[kind] = g_array_new (FALSE, FALSE, sizeof (MisInquiry));
  for (guint area = 0; area < mis_world_get_n_areas (world); area++)
    {
      add_of_groups (self, world, area);
      add_of_pairs (self, world, area);
    }
  g_array_sort (self->questions[MIS_INQUIRY_CONFLICT], compare);
  g_array_sort (self->questions[MIS_INQUIRY_WEIGHT], compare);
  return self;
}

static void
clear (MisElicitation *self)
{
  for (guint kind = 0; kind < MIS_N_INQUIRY_KINDS; kind++)
    g_array_unref (self->questions[kind]);
  mis_effects_unref (self->effects);
}

MisElicitation *
mis_elicitation_ref (MisElicitation *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mis_elicitation_unref (MisElicitation *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify)clear);
}

MisWorld *
mis_elicitation_get_world (const MisElicitation *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return mis_tally_get_world (mis_effects_get_tally (self->effects));
}

const MisInquiry *
mis_elicitation_list (const MisElicitation *self, MisInquiryKind kind, guint *n)
{
  g_return_val_if_fail (self != NULL && kind < MIS_N_INQUIRY_KINDS, NULL);

  *n = self->questions[kind]->len;
  return (const MisInquiry *)(gconstpointer)self->questions[kind]->data;
}

static gboolean
is_among (const GArray *asked, const MisInquiry *question)
{
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    if (mis_inquiry_is_same (&g_array_index (asked, MisInquiry, i), question))
      return TRUE;
  return FALSE;
}

const MisInquiry *
mis_elicitation_get_next (const MisElicitation *self, MisInquiryKind kind, const GArray *asked)
{
  guint n;
  const MisInquiry *list = mis_elicitation_list (self, kind, &n);

  for (guint i = 0; i < n; i++)
    if (list[i].state != MIS_INQUIRY_ANSWERED && !is_among (asked, &list[i]))
      return &list[i];
  return NULL;
}

MisInquiryProgress
mis_elicitation_get_progress (const MisElicitation *self, MisInquiryKind kind)
{
  MisInquiryProgress progress = { 0 };
  const MisInquiry *list = mis_elicitation_list (self, kind, &progress.n);

  progress.n_beyond = self->n_beyond[kind];
  for (guint i = 0; i < progress.n; i++)
    if (list[i].state == MIS_INQUIRY_UNSURE)
      progress.n_unsure++;
    else if (list[i].state == MIS_INQUIRY_OPEN)
      {
        progress.n_open++;
        progress.rest = MAX (progress.rest, list[i].effect);
      }
  return progress;
}
