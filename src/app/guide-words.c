#include "app/guide-words.h"

#include <glib/gi18n.h>

#include "document/holders.h"
#include "report/number-text.h"

#define DECIMALS 4u

static const MisArea *
get_area (const MisInquiry *question, const MisWorld *world)
{
  return mis_world_get_area (world, question->area);
}

static const char *
get_goal_name (const MisInquiry *question, const MisWorld *world, int goal)
{
  return mis_area_get_goal_name (get_area (question, world), goal);
}

static const char *
get_agent_name (const MisInquiry *question, const MisWorld *world)
{
  return mis_world_get_agent (world, question->agent)->name;
}

char *
mis_guide_dup_question (const MisInquiry *question, const MisWorld *world)
{
  const char *area = mis_area_get_name (get_area (question, world));

  if (question->kind == MIS_INQUIRY_CONFLICT)
    return g_strdup (
        _ ("If one of these two goals is reached, how likely is it that the other is blocked?"));
  if (question->kind == MIS_INQUIRY_WEIGHT)
    /* Translators: a group, a problem area */
    return g_strdup_printf (_ ("“%s” and “%s”: how much do they care?"),
                            get_agent_name (question, world), area);
  /* Translators: a group, a problem area */
  return g_strdup_printf (_ ("“%s” in “%s”: which goal is theirs?"),
                          get_agent_name (question, world), area);
}

/* A goal, and who holds it. */
static char *
dup_goal (const MisInquiry *question, const MisWorld *world, MisHolders *holders, int goal)
{
  /* Translators: a goal, the groups that hold it */
  return g_strdup_printf (_ ("“%s” (%s)"), get_goal_name (question, world, goal),
                          mis_holders_get_words (holders, goal, FALSE));
}

char *
mis_guide_dup_goals (const MisInquiry *question, MisWorld *world)
{
  g_autoptr (MisHolders) holders = NULL;
  g_autofree char *first = NULL, *second = NULL;

  if (question->kind != MIS_INQUIRY_CONFLICT)
    return g_strdup ("");
  holders = mis_holders_new (world, question->area);
  first = dup_goal (question, world, holders, question->g);
  second = dup_goal (question, world, holders, question->h);
  return g_strdup_printf ("%s\n%s", first, second);
}

char *
mis_guide_dup_context (const MisInquiry *question, const MisWorld *world)
{
  const MisArea *area = get_area (question, world);

  if (question->kind == MIS_INQUIRY_CONFLICT)
    return g_strdup (mis_area_get_name (area));
  if (question->kind == MIS_INQUIRY_WEIGHT)
    /* Translators: a goal */
    return g_strdup_printf (_ ("Their goal there: “%s”."),
                            get_goal_name (question, world, question->g));
  return g_strdup (mis_area_get_description (area));
}

static const MisNote *
get_note (const MisInquiry *question, const MisWorld *world)
{
  if (question->kind == MIS_INQUIRY_CONFLICT)
    return mis_area_get_conflict (get_area (question, world), question->g, question->h).note;
  return mis_world_get_position (world, question->agent, question->area).note;
}

/* What counts, and why. */
static char *
dup_standing (const MisInquiry *question, const MisWorld *world)
{
  g_autofree char *value = mis_number_text (question->value, DECIMALS);
  g_autofree char *low = mis_number_text (question->low, DECIMALS);
  g_autofree char *high = mis_number_text (question->high, DECIMALS);

  if (question->state == MIS_INQUIRY_OPEN && question->low < question->high)
    return g_strdup_printf (
        _ ("Not answered yet: it counts as %s, and may be anything from %s to %s."), value, low,
        high);
  if (question->state == MIS_INQUIRY_OPEN)
    return g_strdup_printf (
        _ ("Not answered yet: it counts as %s, and nothing says where that is from."), value);
  return g_strdup_printf (_ ("Source: %s"), get_note (question, world)->source);
}

char *
mis_guide_dup_state (const MisInquiry *question, const MisWorld *world)
{
  g_autofree char *standing = NULL, *effect = NULL, *text = NULL;

  if (question->kind == MIS_INQUIRY_GOAL)
    return g_strdup ("");
  standing = dup_standing (question, world);
  text = mis_score_text (question->effect);
  effect = g_strdup_printf (_ ("From 0 to 1 it moves the score by %s."), text);
  return g_strdup_printf ("%s\n%s", standing, effect);
}

/* What those that are left open can do. */
static char *
dup_rest (const MisInquiryProgress *progress, MisInquiryKind kind)
{
  g_autofree char *rest = mis_score_text (progress->rest);

  if (progress->n_open == 0 && progress->n_unsure == 0)
    return g_strdup ("");
  if (progress->n_open == 0)
    return g_strdup_printf (
        ngettext ("%u of them is not sure.", "%u of them are not sure.", progress->n_unsure),
        progress->n_unsure);
  if (kind == MIS_INQUIRY_GOAL)
    return g_strdup (_ ("Who is not known does not count there."));
  if (progress->n_open == 1)
    return g_strdup_printf (_ ("The open one moves the score by at most %s."), rest);
  return g_strdup_printf (_ ("Each open one moves the score by at most %s."), rest);
}

/* Questions that are too many to be listed. */
static char *
dup_beyond (const MisInquiryProgress *progress)
{
  g_autofree char *n = mis_count_text (progress->n_beyond);

  if (progress->n_beyond == 0)
    return g_strdup ("");
  return g_strdup_printf (
      _ ("%s more are too many to be asked here; they stand in the Explore view."), n);
}

char *
mis_guide_dup_progress (const MisInquiryProgress *progress, MisInquiryKind kind)
{
  g_autofree char *answered =
      g_strdup_printf (_ ("%u of %u answered."), progress->n - progress->n_open, progress->n);
  g_autofree char *rest = dup_rest (progress, kind), *beyond = dup_beyond (progress);
  g_autofree char *text = g_strjoin (" ", answered, rest, beyond, NULL);

  return g_strdup (g_strstrip (text));
}

char *
mis_guide_dup_short_progress (const MisInquiryProgress *progress)
{
  /* Translators: questions answered, of all */
  return g_strdup_printf (_ ("%u of %u"), progress->n - progress->n_open, progress->n);
}

char *
mis_guide_dup_item (const MisInquiry *question, const MisWorld *world)
{
  if (question->kind == MIS_INQUIRY_CONFLICT)
    /* Translators: two goals */
    return g_strdup_printf (_ ("%s against %s"), get_goal_name (question, world, question->g),
                            get_goal_name (question, world, question->h));
  return g_strdup (get_agent_name (question, world));
}

char *
mis_guide_dup_answer (const MisInquiry *question, const MisWorld *world)
{
  g_autofree char *low = mis_number_text (question->low, DECIMALS);
  g_autofree char *high = mis_number_text (question->high, DECIMALS);

  if (question->state == MIS_INQUIRY_OPEN)
    return g_strdup (_ ("Open"));
  if (question->kind == MIS_INQUIRY_GOAL)
    return g_strdup (get_goal_name (question, world, question->g));
  if (question->state == MIS_INQUIRY_UNSURE)
    /* Translators: a range of numbers */
    return g_strdup_printf (_ ("%s to %s"), low, high);
  return g_steal_pointer (&low);
}
