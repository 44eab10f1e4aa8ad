/* elicitation.h: what a project leaves to be asked: who wants what, how hard goals clash, how much
 * each group cares; in the order in which the answers matter.
 *
 * Everything is read off the world. A number is answered if it says where it is from (its source);
 * answered, but not sure, if it also has a range. So answers are kept in the project's file, and
 * undone, like everything else.
 */
#pragma once

#include "core/effect.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_INQUIRY_GOAL,     /* area, agent: which goal the group has there; g is what it has now */
  MIS_INQUIRY_CONFLICT, /* area, g, h: c(g,h), g < h; g may be %MIS_NO_GOAL */
  MIS_INQUIRY_WEIGHT,   /* area, agent: how much the group cares; g is its goal */
  MIS_N_INQUIRY_KINDS,
} MisInquiryKind;

/* In the order in which they are asked. */
typedef enum
{
  MIS_INQUIRY_OPEN,
  MIS_INQUIRY_UNSURE,
  MIS_INQUIRY_ANSWERED,
} MisInquiryState;

/**
 * MisInquiry:
 * @kind, @area, @agent, @g, @h: what it is about; what a kind does not use is 0
 * @state: whether it is answered
 * @value, @low, @high: the number as it counts now, and its range; 0 for a goal
 * @effect: how far the score lies apart with the number at 0 and at 1, all others as they are;
 *   0 for a goal
 */
typedef struct
{
  MisInquiryKind kind;
  guint area;
  guint agent;
  int g;
  int h;
  MisInquiryState state;
  double value;
  double low;
  double high;
  double effect;
} MisInquiry;

/* Whether the two are about the same, whatever the answer. */
gboolean mis_inquiry_is_same (const MisInquiry *a, const MisInquiry *b);

/* Brings state and numbers, but not the effect, to those of @world; %FALSE if that has no such
 * group, area or goals, or the group has no goal that it could care about. */
gboolean mis_inquiry_read (MisInquiry *question, const MisWorld *world);

/* More questions of a kind are counted, not listed: nobody answers so many. */
#define MIS_MAX_INQUIRIES 2000u

/**
 * MisElicitation:
 *
 * All questions of one world, as an immutable value, atomically reference-counted; holds its world.
 */
typedef struct _MisElicitation MisElicitation;

/**
 * mis_elicitation_new:
 * @previous: (nullable): of a world from which this one was made by edits, to share work with
 *
 * Goals are asked of each group in each area that has goals, in their order. Conflicts of all pairs
 * of goals that somebody holds ("no goal" only where the project sets a conflict with it) and
 * weights of all goals that are held come by state, then by effect, the largest first. The first
 * %MIS_MAX_INQUIRIES of each kind, in the order of areas and rows. O(positions + pairs of goals)
 * and what mis_effects_new() takes.
 */
MisElicitation *mis_elicitation_new (MisWorld *world, const MisElicitation *previous);
MisElicitation *mis_elicitation_ref (MisElicitation *self);
void mis_elicitation_unref (MisElicitation *self);

/* (transfer none): the world that they are of. */
MisWorld *mis_elicitation_get_world (const MisElicitation *self);

/* (array length=n) (transfer none): the questions of a kind. */
const MisInquiry *mis_elicitation_list (const MisElicitation *self, MisInquiryKind kind, guint *n);

/**
 * mis_elicitation_get_next:
 * @asked: (nullable) (element-type MisInquiry): those that have been asked already
 *
 * Returns: (nullable) (transfer none): the first that is open, or else not sure, and has not been
 *   asked
 */
const MisInquiry *
mis_elicitation_get_next (const MisElicitation *self, MisInquiryKind kind, const GArray *asked);

/**
 * MisInquiryProgress:
 * @n: questions that are listed
 * @n_beyond: those that are not
 * @n_open, @n_unsure: of those listed
 * @rest: the largest effect of those that are open
 */
typedef struct
{
  guint n;
  guint64 n_beyond;
  guint n_open;
  guint n_unsure;
  double rest;
} MisInquiryProgress;

MisInquiryProgress mis_elicitation_get_progress (const MisElicitation *self, MisInquiryKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MisElicitation, mis_elicitation_unref)

G_END_DECLS
