/* lever.h: one number of a project that a slider can move: a share, a count, a weight, a conflict.
 *
 * A lever is an address, by indices that hold as long as areas, goals and rows stay what they are.
 * Its value, its name and the edit it makes are pure functions of a world.
 */
#pragma once

#include <glib-object.h>

#include "core/world.h"

G_BEGIN_DECLS

typedef enum
{
  MIS_LEVER_POPULATION,      /* all agents, proportions kept */
  MIS_LEVER_SHARE,           /* agent: part of the population, n fixed */
  MIS_LEVER_COUNT,           /* agent */
  MIS_LEVER_WEIGHT,          /* agent, area */
  MIS_LEVER_AREA_CONFLICT,   /* area: all pairs of explicit goals at once */
  MIS_LEVER_CONFLICT,        /* area, g, h */
  MIS_LEVER_SECTION,         /* no number: a heading that unfolds */
} MisLeverKind;

/* Headings: the three at the top, and those of one group or area below them. */
typedef enum
{
  MIS_SECTION_POPULATION,
  MIS_SECTION_WEIGHTS,
  MIS_SECTION_CONFLICTS,
  MIS_SECTION_AGENT, /* agent: its weights */
  MIS_SECTION_AREA,  /* area: its conflicts */
} MisSection;

#define MIS_TYPE_LEVER (mis_lever_get_type ())
G_DECLARE_FINAL_TYPE (MisLever, mis_lever, MIS, LEVER, GObject)

struct _MisLever
{
  GObject parent_instance;

  MisLeverKind kind;
  MisSection section;
  guint agent;
  guint area;
  int g;
  int h;
};

/* All members are read-only once it is made; those that a kind does not use are 0. */
MisLever *mis_lever_new (MisLeverKind kind, guint agent, guint area, int g, int h);
MisLever *mis_lever_new_section (MisSection section, guint index);

/* Whether what it addresses is in @world. */
gboolean mis_lever_exists (const MisLever *self, const MisWorld *world);

/* The number, in [0, mis_lever_get_upper()]; an area's mean conflict where its pairs differ. */
double mis_lever_get_value (const MisLever *self, const MisWorld *world);

/* Whether the number is one of agents, and so whole. */
gboolean mis_lever_is_count (const MisLever *self);

/* Where its slider ends: 1, or for counts a round number well above @count. */
double mis_lever_get_upper (const MisLever *self, const MisWorld *opened);

/* What it says beside the number, and below that (may be empty): (transfer full). */
char *mis_lever_dup_label (const MisLever *self, const MisWorld *world);
char *mis_lever_dup_detail (const MisLever *self, const MisWorld *world);

/* A name that tells it from all others, for assistive tools: "Weight of Customer in Food". */
char *mis_lever_dup_name (const MisLever *self, const MisWorld *world);

/* What moving it is called in the history: "Change Weight of Customer". */
char *mis_lever_dup_action (const MisLever *self, const MisWorld *world);

/**
 * mis_lever_apply:
 * @base: the world at the start of the drag
 * @value: the number
 * @locked: (nullable) (array length=n_agents): rows that keep their count
 *
 * Returns: (transfer full): @base with the number at @value, or %NULL with a #MisError
 */
MisWorld *mis_lever_apply (const MisLever *self,
                           MisWorld *base,
                           double value,
                           const gboolean *locked,
                           GError **error);

/**
 * mis_lever_reset:
 * @opened: the world as it was opened, of the same shape as @world
 *
 * Returns: (transfer full): @world with the number, its range and note as they are in @opened
 */
MisWorld *mis_lever_reset (const MisLever *self,
                           MisWorld *world,
                           const MisWorld *opened,
                           const gboolean *locked,
                           GError **error);

/* Whether there is something to reset. */
gboolean mis_lever_is_changed (const MisLever *self, const MisWorld *world, const MisWorld *opened);

G_END_DECLS
