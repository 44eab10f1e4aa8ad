/* parameter.h: one number of a project that a slider can move: a share, a count, a weight, a
 * conflict.
 *
 * A parameter is an address, by indices that hold as long as areas, goals and rows stay what they
 * are. Its value, its name and the edit it makes are pure functions of a world.
 */
#pragma once

#include <glib-object.h>

#include "document/holders.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_PARAMETER_POPULATION,      /* all agents, proportions kept */
  MIS_PARAMETER_SHARE,           /* agent: part of the population, n fixed */
  MIS_PARAMETER_COUNT,           /* agent */
  MIS_PARAMETER_WEIGHT,          /* agent, area */
  MIS_PARAMETER_AREA_CONFLICT,   /* area: all pairs of explicit goals at once */
  MIS_PARAMETER_CONFLICT,        /* area, g, h */
  MIS_PARAMETER_SECTION,         /* no number: a heading that unfolds */
} MisParameterKind;

/* Headings: the three at the top, those of one group or area below them, and the whole project. */
typedef enum
{
  MIS_SECTION_POPULATION,
  MIS_SECTION_WEIGHTS,
  MIS_SECTION_CONFLICTS,
  MIS_SECTION_AGENT, /* agent: its weights */
  MIS_SECTION_AREA,  /* area: its conflicts */
  MIS_SECTION_ALL,   /* stands above all others, in no list */
} MisParameterSection;

#define MIS_TYPE_PARAMETER (mis_parameter_get_type ())
G_DECLARE_FINAL_TYPE (MisParameter, mis_parameter, MIS, PARAMETER, GObject)

struct _MisParameter
{
  GObject parent_instance;

  MisParameterKind kind;
  MisParameterSection section;
  guint agent;
  guint area;
  int g;
  int h;
  gboolean keeps_shares; /* all agents: what a locked group keeps is its share, not its count */
  MisHolders *holders; /* (nullable): of its area, for pairs of goals that are listed together */
};

/* All members are read-only once it is made; those that a kind does not use are 0. */
MisParameter *mis_parameter_new (MisParameterKind kind, guint agent, guint area, int g, int h);
MisParameter *mis_parameter_new_population (gboolean keeps_shares);
MisParameter *mis_parameter_new_section (MisParameterSection section, guint index);
MisParameter *mis_parameter_new_conflict (guint area, int g, int h, MisHolders *holders);

/* Whether what it addresses is in @world. */
gboolean mis_parameter_exists (const MisParameter *self, const MisWorld *world);

/* The number, in [0, mis_parameter_get_upper()]; an area's mean conflict where its pairs differ. */
double mis_parameter_get_value (const MisParameter *self, const MisWorld *world);

/* Whether the number is one of agents, and so whole. */
gboolean mis_parameter_is_count (const MisParameter *self);

/**
 * mis_parameter_get_upper:
 *
 * Where its slider ends: at 1; that of a number of agents at the first of 10, 20, 50, 100... that
 * is at least twice what it was in @opened. Only what is typed can lie beyond; then the end is
 * reckoned from what it is in @world instead.
 */
double mis_parameter_get_upper (const MisParameter *self,
                                const MisWorld *world,
                                const MisWorld *opened);

/* What it says beside the number, and below that (may be empty): (transfer full). Two goals
 * stand on a line each, and below them who holds them; where that is cut short, the full detail
 * names more of them. */
char *mis_parameter_dup_label (const MisParameter *self, const MisWorld *world);
char *mis_parameter_dup_detail (const MisParameter *self, MisWorld *world);
char *mis_parameter_dup_full_detail (const MisParameter *self, MisWorld *world);

/* A name that tells it from all others, for assistive tools: "Weight of Customer in Food". */
char *mis_parameter_dup_name (const MisParameter *self, const MisWorld *world);

/* What moving it to where it is in @world is called in the history: "Set Weight of Customer in Food
 * to 0.8"; and a reset of it, or of all that is below a heading: "Reset Weight of Customer", "Reset
 * Population". */
char *mis_parameter_dup_action (const MisParameter *self, const MisWorld *world);
char *mis_parameter_dup_reset_action (const MisParameter *self, const MisWorld *world);

/**
 * mis_parameter_apply:
 * @base: the world at the start of the drag
 * @value: the number
 * @locked: (nullable) (array length=n_agents): rows that keep their count, or their share
 *
 * Returns: (transfer full): @base with the number at @value, or %NULL with a #MisError
 */
MisWorld *mis_parameter_apply (const MisParameter *self,
                           MisWorld *base,
                           double value,
                           const gboolean *locked,
                           GError **error);

/* Whether there is somebody to make room for a share, or to be more or fewer; true of all else. */
gboolean mis_parameter_check_unlocked (const MisParameter *self,
                                       const MisWorld *world,
                                       const gboolean *locked,
                                       GError **error);

/**
 * mis_parameter_reset:
 * @opened: the world as it was opened, of the same shape as @world
 *
 * A heading takes back all numbers below it, those of locked rows too. What a share or the number
 * of all agents takes along, share-reset.h says.
 *
 * Returns: (transfer full): @world with the number, its range and note as they are in @opened
 */
MisWorld *mis_parameter_reset (const MisParameter *self,
                           MisWorld *world,
                           const MisWorld *opened,
                           const gboolean *locked,
                           GError **error);

/* Whether there is something to reset. O(1) for a number, but what share-reset.h says for a share,
 * and restore.h for a heading. */
gboolean
mis_parameter_is_changed (const MisParameter *self, const MisWorld *world, const MisWorld *opened);

G_END_DECLS
