/* What a number was when the project was opened: whether it is another now, and the way back; for
 * one number, or for all below a heading. */
#include "document/parameter.h"

#include <glib/gi18n-lib.h>

#include "core/edit.h"
#include "core/restore.h"
#include "document/share-reset.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* An area is reset with as many pairs as it has; all else is one number. */
static MisWorld *
reset_conflict (const MisParameter *self, MisWorld *world, const MisWorld *opened, GError **error)
{
  MisArea *area = mis_world_get_area (world, self->area);
  MisArea *before = mis_world_get_area (opened, self->area);
  MisConflict conflict;
  g_autoptr (MisArea) changed = NULL;

  if (self->kind != MIS_PARAMETER_CONFLICT)
    return mis_world_with_area (world, self->area, before, error);
  conflict = mis_area_get_conflict (before, self->g, self->h);
  changed = mis_area_with_conflict_range (area, &conflict, error);
  return changed != NULL ? mis_world_with_area (world, self->area, changed, error) : NULL;
}

static MisWorld *
reset_weight (MisWorld *world, const MisWorld *opened, guint agent, guint area, GError **error)
{
  MisPosition position = mis_world_get_position (opened, agent, area);

  return mis_world_with_position (world, agent, area, &position, error);
}

static MisWorld *
reset_agent (MisWorld *world, const MisWorld *opened, guint agent, GError **error)
{
  MisWorld *changed = mis_world_ref (world);

  for (guint i = 0; changed != NULL && i < mis_world_get_n_areas (opened); i++)
    {
      MisWorld *next = reset_weight (changed, opened, agent, i, error);

      mis_world_unref (changed);
      changed = next;
    }
  return changed;
}

static MisWorld *
reset_all (MisWorld *world, const MisWorld *opened)
{
  g_autoptr (MisWorld) counts = mis_world_with_counts_of (world, opened);
  g_autoptr (MisWorld) positions = mis_world_with_positions_of (counts, opened);

  return mis_world_with_conflicts_of (positions, opened);
}

static MisWorld *
reset_section (const MisParameter *self, MisWorld *world, const MisWorld *opened, GError **error)
{
  switch (self->section)
    {
    case MIS_SECTION_POPULATION:
      return mis_world_with_counts_of (world, opened);
    case MIS_SECTION_WEIGHTS:
      return mis_world_with_positions_of (world, opened);
    case MIS_SECTION_CONFLICTS:
      return mis_world_with_conflicts_of (world, opened);
    case MIS_SECTION_AGENT:
      return reset_agent (world, opened, self->agent, error);
    case MIS_SECTION_AREA:
      return reset_conflict (self, world, opened, error);
    case MIS_SECTION_ALL:
      return reset_all (world, opened);
    default:
      g_return_val_if_reached (NULL);
    }
}

MisWorld *
mis_parameter_reset (const MisParameter *self,
                     MisWorld *world,
                     const MisWorld *opened,
                     const gboolean *locked,
                     GError **error)
{
  g_return_val_if_fail (mis_parameter_exists (self, opened), NULL);
  g_return_val_if_fail (mis_world_has_same_shape (world, opened), NULL);

  if (!mis_parameter_check_unlocked (self, world, locked, error))
    return NULL;
  switch (self->kind)
    {
    case MIS_PARAMETER_AREA_CONFLICT:
    case MIS_PARAMETER_CONFLICT:
      return reset_conflict (self, world, opened, error);
    case MIS_PARAMETER_WEIGHT:
      return reset_weight (world, opened, self->agent, self->area, error);
    case MIS_PARAMETER_POPULATION:
      /* In shares all go back in proportion, the locked ones too. */
      return mis_population_reset (world, opened, self->keeps_shares ? NULL : locked, error);
    case MIS_PARAMETER_SHARE:
      return mis_share_reset (world, opened, self->agent, locked, error);
    case MIS_PARAMETER_COUNT:
      return mis_world_with_count (world, self->agent,
                                   mis_world_get_agent (opened, self->agent)->count, error);
    case MIS_PARAMETER_SECTION:
    default:
      return reset_section (self, world, opened, error);
    }
}

static gboolean
is_conflict_changed (const MisParameter *self, const MisWorld *world, const MisWorld *opened)
{
  MisArea *area = mis_world_get_area (world, self->area);
  MisArea *before = mis_world_get_area (opened, self->area);
  MisConflict now, then;

  if (area == before)
    return FALSE;
  if (self->kind != MIS_PARAMETER_CONFLICT)
    return !mis_area_has_same_conflicts (area, before);
  now = mis_area_get_conflict (area, self->g, self->h);
  then = mis_area_get_conflict (before, self->g, self->h);
  return !mis_conflict_equal (&now, &then);
}

static gboolean
is_weight_changed (const MisWorld *world, const MisWorld *opened, guint agent, guint area)
{
  MisPosition now = mis_world_get_position (world, agent, area);
  MisPosition then = mis_world_get_position (opened, agent, area);

  return !mis_position_equal (&now, &then);
}

static gboolean
is_agent_changed (const MisWorld *world, const MisWorld *opened, guint agent)
{
  for (guint i = 0; i < mis_world_get_n_areas (world); i++)
    if (is_weight_changed (world, opened, agent, i))
      return TRUE;
  return FALSE;
}

static gboolean
is_section_changed (const MisParameter *self, const MisWorld *world, const MisWorld *opened)
{
  switch (self->section)
    {
    case MIS_SECTION_POPULATION:
      return !mis_world_has_same_counts (world, opened);
    case MIS_SECTION_WEIGHTS:
      return !mis_world_has_same_positions (world, opened);
    case MIS_SECTION_CONFLICTS:
      return !mis_world_has_same_conflicts (world, opened);
    case MIS_SECTION_AGENT:
      return is_agent_changed (world, opened, self->agent);
    case MIS_SECTION_AREA:
      return is_conflict_changed (self, world, opened);
    case MIS_SECTION_ALL:
      return !mis_world_has_same_counts (world, opened) ||
             !mis_world_has_same_positions (world, opened) ||
             !mis_world_has_same_conflicts (world, opened);
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
mis_parameter_is_changed (const MisParameter *self, const MisWorld *world, const MisWorld *opened)
{
  if (world == opened || !mis_world_has_same_shape (world, opened) ||
      !mis_parameter_exists (self, world))
    return FALSE;
  switch (self->kind)
    {
    case MIS_PARAMETER_WEIGHT:
      return is_weight_changed (world, opened, self->agent, self->area);
    case MIS_PARAMETER_AREA_CONFLICT:
    case MIS_PARAMETER_CONFLICT:
      return is_conflict_changed (self, world, opened);
    case MIS_PARAMETER_SHARE:
      return mis_share_is_changed (world, opened, self->agent);
    case MIS_PARAMETER_SECTION:
      return is_section_changed (self, world, opened);
    case MIS_PARAMETER_POPULATION:
    case MIS_PARAMETER_COUNT:
    default:
      return mis_parameter_get_value (self, world) != mis_parameter_get_value (self, opened);
    }
}

static char *
dup_section_reset (const MisParameter *self, const MisWorld *world)
{
  g_autofree char *label = mis_parameter_dup_label (self, world);

  switch (self->section)
    {
    case MIS_SECTION_POPULATION:
      return g_strdup (TEXT ("Reset Population"));
    case MIS_SECTION_WEIGHTS:
      return g_strdup (TEXT ("Reset All Weights"));
    case MIS_SECTION_CONFLICTS:
      return g_strdup (TEXT ("Reset All Conflicts"));
    case MIS_SECTION_AGENT:
      return g_strdup_printf (TEXT ("Reset All Weights of %s"), label);
    case MIS_SECTION_AREA:
      return g_strdup_printf (TEXT ("Reset All Conflicts in %s"), label);
    case MIS_SECTION_ALL:
      return g_strdup (TEXT ("Reset All Numbers"));
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

char *
mis_parameter_dup_reset_action (const MisParameter *self, const MisWorld *world)
{
  g_autofree char *label = mis_parameter_dup_label (self, world);
  const char *area =
      self->kind == MIS_PARAMETER_CONFLICT || self->kind == MIS_PARAMETER_AREA_CONFLICT
          ? mis_area_get_name (mis_world_get_area (world, self->area))
          : "";

  switch (self->kind)
    {
    case MIS_PARAMETER_POPULATION:
      return g_strdup (TEXT ("Reset Number of Agents"));
    case MIS_PARAMETER_SHARE:
      return g_strdup_printf (TEXT ("Reset Share of %s"), label);
    case MIS_PARAMETER_COUNT:
      return g_strdup_printf (TEXT ("Reset Count of %s"), label);
    case MIS_PARAMETER_WEIGHT:
      return g_strdup_printf (TEXT ("Reset Weight of %s"),
                              mis_world_get_agent (world, self->agent)->name);
    case MIS_PARAMETER_CONFLICT:
      return g_strdup_printf (TEXT ("Reset Conflict in %s"), area);
    case MIS_PARAMETER_AREA_CONFLICT:
      return g_strdup_printf (TEXT ("Reset All Conflicts in %s"), area);
    case MIS_PARAMETER_SECTION:
    default:
      return dup_section_reset (self, world);
    }
}
