/* shown.h: what of a project is shown: its base, or what a scenario makes of it.
 *
 * Private to document.
 */
#pragma once

#include "core/world.h"

G_BEGIN_DECLS

/**
 * MisShown:
 * @base: the project with its scenarios: what a file holds
 * @scenario: (nullable): the id of the scenario that is shown; %NULL: the base is
 * @world: what the scenario makes of @base; @base itself without one
 * @reference: (nullable): what the numbers of @world are reset to; made when it is asked for
 */
typedef struct
{
  MisWorld *base;
  char *scenario;
  MisWorld *world;
  MisWorld *reference;
} MisShown;

void mis_shown_init (MisShown *self, MisWorld *base);
void mis_shown_clear (MisShown *self);

/**
 * mis_shown_set:
 * @scenario: (nullable): an id; without a scenario of this id the base is shown
 * @shown: (nullable): what it makes of @base, if that is known; else it is applied, O(rows + areas)
 */
void mis_shown_set (MisShown *self, MisWorld *base, const char *scenario, MisWorld *shown);

/* The scenario that is shown: its number in the base, or -1. */
int mis_shown_find_scenario (const MisShown *self);

/**
 * mis_shown_get_reference:
 *
 * What "reset" means in a scenario: the base, with the rows and areas that the scenario shows. A
 * row that the scenario adds is as it was when the scenario was shown. Not to be called without a
 * scenario.
 *
 * Returns: (transfer none): of the same shape as @world
 */
MisWorld *mis_shown_get_reference (MisShown *self);

G_END_DECLS
