#include "document/elicitation-answer.h"

#include <glib/gi18n-lib.h>

#include "core/edit-goals.h"
#include "core/edit.h"
#include "core/new-ids.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

typedef struct
{
  double value;
  const char *conflict;
  const char *weight;
} Anchor;

static const Anchor anchors[MIS_N_ANCHORS] = {
  { 0.0, N_ ("Never"), N_ ("Not at all") },          { 0.25, N_ ("Unlikely"), N_ ("A little") },
  { 0.5, N_ ("As likely as not"), N_ ("Somewhat") }, { 0.75, N_ ("Likely"), N_ ("A lot") },
  { 1.0, N_ ("Certain"), N_ ("As much as can be") },
};

double
mis_anchor_get_value (guint anchor)
{
  g_return_val_if_fail (anchor < MIS_N_ANCHORS, 0.0);

  return anchors[anchor].value;
}

const char *
mis_anchor_get_label (guint anchor, MisInquiryKind kind)
{
  g_return_val_if_fail (anchor < MIS_N_ANCHORS, NULL);

  return kind == MIS_INQUIRY_WEIGHT ? TEXT (anchors[anchor].weight)
                                    : TEXT (anchors[anchor].conflict);
}

int
mis_anchor_find (double value)
{
  for (guint i = 0; i < MIS_N_ANCHORS; i++)
    if (value == anchors[i].value)
      return (int)i;
  return -1;
}

/* A weight of 1 that nothing is said about is what a group without a goal has. */
static gboolean
is_unasked (const MisPosition *position)
{
  return position->goal == MIS_UNKNOWN ||
         (position->goal == MIS_NO_GOAL && position->note == NULL && position->low == 1.0);
}

MisWorld *
mis_inquiry_with_goal (const MisInquiry *question, MisWorld *world, int goal)
{
  MisPosition position;

  g_return_val_if_fail (question->kind == MIS_INQUIRY_GOAL, NULL);

  position = mis_world_get_position (world, question->agent, question->area);
  if (position.goal == goal)
    return mis_world_ref (world);
  if (goal == MIS_UNKNOWN)
    position = MIS_POSITION_UNKNOWN;
  else if (goal == MIS_NO_GOAL && position.goal == MIS_UNKNOWN)
    position = mis_position (goal, 1.0);
  else if (is_unasked (&position))
    position = (MisPosition){ .goal = goal, .weight = MIS_UNASKED, .low = 0.0, .high = 1.0 };
  position.goal = goal;
  return mis_world_with_position (world, question->agent, question->area, &position, NULL);
}

/* (transfer full): where an answer is from. */
static char *
dup_source (MisInquiryKind kind, double value, double low, double high)
{
  int anchor = mis_anchor_find (value);

  if (low < high)
    return g_strdup (TEXT ("Own estimate, not sure"));
  if (anchor < 0)
    return g_strdup (TEXT ("Own estimate"));
  /* Translators: the source of a number; an answer in words, such as “A little” */
  return g_strdup_printf (TEXT ("Own estimate: “%s”"), mis_anchor_get_label ((guint)anchor, kind));
}

static MisWorld *
with_conflict (const MisInquiry *question,
               MisWorld *world,
               const MisInquiry *answer,
               const char *source,
               GError **error)
{
  MisArea *area = mis_world_get_area (world, question->area);
  MisConflict conflict = mis_area_get_conflict (area, question->g, question->h);
  g_autoptr (MisNote) note =
      mis_note_new (conflict.note != NULL ? conflict.note->note : NULL, source);
  g_autoptr (MisArea) changed = NULL;

  conflict.value = answer->value;
  conflict.low = answer->low;
  conflict.high = answer->high;
  conflict.note = note;
  changed = mis_area_with_conflict_range (area, &conflict, error);
  return changed != NULL ? mis_world_with_area (world, question->area, changed, error) : NULL;
}

static MisWorld *
with_weight (const MisInquiry *question,
             MisWorld *world,
             const MisInquiry *answer,
             const char *source,
             GError **error)
{
  MisPosition position = mis_world_get_position (world, question->agent, question->area);
  g_autoptr (MisNote) note =
      mis_note_new (position.note != NULL ? position.note->note : NULL, source);

  position.weight = answer->value;
  position.low = answer->low;
  position.high = answer->high;
  position.note = note;
  return mis_world_with_position (world, question->agent, question->area, &position, error);
}

MisWorld *
mis_inquiry_with_number (const MisInquiry *question,
                         MisWorld *world,
                         double value,
                         double low,
                         double high,
                         GError **error)
{
  MisInquiry now = *question, answer = { .value = value, .low = low, .high = high };
  g_autofree char *source = NULL;

  g_return_val_if_fail (question->kind != MIS_INQUIRY_GOAL, NULL);
  g_return_val_if_fail (mis_inquiry_read (&now, world), NULL);

  if (now.state != MIS_INQUIRY_OPEN && now.value == value && now.low == low && now.high == high)
    return mis_world_ref (world);
  source = dup_source (question->kind, value, low, high);
  return question->kind == MIS_INQUIRY_CONFLICT
             ? with_conflict (question, world, &answer, source, error)
             : with_weight (question, world, &answer, source, error);
}

char *
mis_inquiry_dup_action (const MisInquiry *question, const MisWorld *world)
{
  const MisArea *area = mis_world_get_area (world, question->area);

  if (question->kind == MIS_INQUIRY_CONFLICT)
    /* Translators: a step to undo; two goals */
    return g_strdup_printf (TEXT ("Say How Hard “%s” and “%s” Clash"),
                            mis_area_get_goal_name (area, question->g),
                            mis_area_get_goal_name (area, question->h));
  if (question->kind == MIS_INQUIRY_WEIGHT)
    /* Translators: a step to undo; a group, a problem area */
    return g_strdup_printf (TEXT ("Say How Much %s Cares About “%s”"),
                            mis_world_get_agent (world, question->agent)->name,
                            mis_area_get_name (area));
  /* Translators: a step to undo; a group, a problem area */
  return g_strdup_printf (TEXT ("Say What %s Wants in “%s”"),
                          mis_world_get_agent (world, question->agent)->name,
                          mis_area_get_name (area));
}

MisWorld *
mis_world_with_group_named (MisWorld *world, const char *name, GError **error)
{
  g_autofree char *id = mis_world_new_agent_id (world, name);
  g_autoptr (MisAgent) agent = mis_agent_new (id, name, MIS_KIND_HUMAN, "", 1, "", error);

  return agent != NULL ? mis_world_with_agent_added (world, mis_world_get_n_agents (world), agent,
                                                     NULL, NULL, 0, error)
                       : NULL;
}

MisWorld *
mis_world_with_area_named (MisWorld *world, const char *name, GError **error)
{
  g_autofree char *id = mis_world_new_area_id (world, name);
  g_autoptr (MisArea) area = mis_area_new (id, name, "", NULL, 0, MIS_UNASKED, NULL, 0, error);

  return area != NULL
             ? mis_world_with_area_added (world, mis_world_get_n_areas (world), area, error)
             : NULL;
}

MisWorld *
mis_world_with_goal_named (MisWorld *world, guint area, const char *name, GError **error)
{
  guint n = mis_area_get_n_goals (mis_world_get_area (world, area));
  g_autoptr (MisWorld) added = mis_world_with_goal_added (world, area, n, name, "", error);
  g_autofree MisConflict *pairs = g_new0 (MisConflict, MAX (n, 1));
  g_autoptr (MisArea) unasked = NULL;
  double value;

  if (added == NULL)
    return NULL;
  value = mis_area_get_default_conflict (mis_world_get_area (added, area));
  for (guint g = 0; g < n; g++)
    pairs[g] = (MisConflict){ .g = (int)g, .h = (int)n, .value = value, .low = 0.0, .high = 1.0 };
  unasked = mis_area_with_conflicts (mis_world_get_area (added, area), pairs, n, error);
  return unasked != NULL ? mis_world_with_area (added, area, unasked, error) : NULL;
}
