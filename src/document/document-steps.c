/* Where a document stands: edits, gestures, undo and redo, and which scenario is shown. */
#include "document/document-private.h"

#include <glib/gi18n-lib.h>

#include "core/restore.h"
#include "core/scenario-between.h"

#define REFUSAL                                                                                    \
  N_ ("This change was not made: all scenarios together can hold 100,000 changes at most.")

/* Shows where the history stands: @scenario, which may be gone, makes @shown of it, if that is
 * known. What moving numbers remembers is of one scenario. */
static void
stand (MisDocument *self, const char *scenario, MisWorld *shown)
{
  g_autoptr (MisWorld) before = mis_world_ref (self->shown.world);
  g_autofree char *scenario_before = g_strdup (self->shown.scenario);

  if (self->gesture == NULL)
    mis_document_forget_ended (self);
  mis_shown_set (&self->shown, mis_history_get_world (self->history), scenario, shown);
  if (g_strcmp0 (scenario_before, self->shown.scenario) != 0)
    {
      g_clear_pointer (&self->origin.world, mis_world_unref);
      g_clear_pointer (&self->origin.base, mis_world_unref);
      g_hash_table_remove_all (self->set_ranges);
    }
  mis_row_choices_follow (&self->choices, before, self->shown.world);
  if (!mis_world_has_same_layout (before, self->shown.world))
    mis_document_layout_changed (self);
  mis_document_update_results (self);
  mis_document_notify_state (self);
}

/* What was done while @before was shown, and leads to @after. */
static void
push (MisDocument *self, MisWorld *base, const char *name, const char *before, const char *after)
{
  mis_history_push (self->history, base, name);
  mis_history_note_scenarios (self->history, before, after);
}

/* A step of a gesture: the first one is pushed, those that follow take its place. */
static void
edit_in_gesture (MisDocument *self, MisWorld *base, const char *name)
{
  const char *scenario = self->shown.scenario;

  if (self->gesture_stepped && base == self->gesture_base)
    mis_history_drop (self->history);
  else if (self->gesture_stepped)
    mis_history_replace (self->history, base, name);
  else if (base != self->gesture_base)
    push (self, base, name, scenario, scenario);
  self->gesture_stepped = base != self->gesture_base;
}

/* (transfer full) (nullable): the project once what is shown is @world. */
static MisWorld *
edit_scenario (MisDocument *self, MisWorld *world, MisWorld **now)
{
  MisWorld *base = self->gesture != NULL ? self->gesture_base : self->shown.base;
  int index = mis_world_find_scenario (base, self->shown.scenario);

  return mis_world_with_scenario_edited (base, (guint)index,
                                         self->gesture != NULL ? self->gesture : self->shown.world,
                                         world, now, NULL);
}

void
mis_document_edit (MisDocument *self, MisWorld *world, const char *name)
{
  g_autoptr (MisWorld) base = NULL;
  g_autoptr (MisWorld) now = NULL;

  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (world == self->shown.world)
    return;
  base = self->shown.scenario != NULL ? edit_scenario (self, world, &now) : mis_world_ref (world);
  if (base == NULL)
    mis_document_refuse (self, g_dgettext (GETTEXT_PACKAGE, REFUSAL));
  else if (self->gesture != NULL)
    edit_in_gesture (self, base, name);
  else if (base != self->shown.base)
    push (self, base, name, self->shown.scenario, self->shown.scenario);
  if (base != NULL)
    stand (self, self->shown.scenario, now);
}

void
mis_document_edit_apart (MisDocument *self, MisWorld *world, const char *name)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  mis_document_end_gesture (self);
  mis_document_edit (self, world, name);
}

void
mis_document_edit_project (MisDocument *self,
                           MisWorld *project,
                           const char *name,
                           const char *scenario)
{
  g_autofree char *after = g_strdup (scenario);

  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (project == self->shown.base && g_strcmp0 (scenario, self->shown.scenario) == 0)
    return;
  if (self->gesture != NULL)
    edit_in_gesture (self, project, name);
  else if (project != self->shown.base)
    push (self, project, name, self->shown.scenario, after);
  stand (self, after, NULL);
}

void
mis_document_show_scenario (MisDocument *self, const char *id)
{
  g_autofree char *shown = g_strdup (id);

  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (g_strcmp0 (id, self->shown.scenario) == 0)
    return;
  mis_document_end_gesture (self);
  stand (self, shown, NULL);
}

void
mis_document_begin_gesture (MisDocument *self)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (self->gesture != NULL)
    return;
  mis_document_forget_ended (self);
  self->gesture = mis_world_ref (self->shown.world);
  self->gesture_base = mis_world_ref (self->shown.base);
  self->gesture_stepped = FALSE;
}

void
mis_document_resume_gesture (MisDocument *self)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (self->gesture != NULL)
    return;
  if (self->ended == NULL)
    {
      mis_document_begin_gesture (self);
      return;
    }
  self->gesture = g_steal_pointer (&self->ended);
  self->gesture_base = g_steal_pointer (&self->ended_base);
}

void
mis_document_end_gesture (MisDocument *self)
{
  g_return_if_fail (MIS_IS_DOCUMENT (self));

  if (self->gesture == NULL)
    return;
  self->ended = g_steal_pointer (&self->gesture);
  self->ended_base = g_steal_pointer (&self->gesture_base);
}

void
mis_document_forget_ended (MisDocument *self)
{
  g_clear_pointer (&self->ended, mis_world_unref);
  g_clear_pointer (&self->ended_base, mis_world_unref);
}

gboolean
mis_document_undo (MisDocument *self)
{
  g_autofree char *scenario = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  scenario = g_strdup (mis_history_get_undo_scenario (self->history));
  if (!mis_history_undo (self->history))
    return FALSE;
  stand (self, scenario, NULL);
  return TRUE;
}

gboolean
mis_document_redo (MisDocument *self)
{
  g_autofree char *scenario = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  scenario = g_strdup (mis_history_get_redo_scenario (self->history));
  if (!mis_history_redo (self->history))
    return FALSE;
  stand (self, scenario, NULL);
  return TRUE;
}

guint
mis_document_get_n_steps (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), 0);

  return mis_history_get_n_steps (self->history);
}

guint
mis_document_get_step (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), 0);

  return mis_history_get_step (self->history);
}

const char *
mis_document_get_step_name (MisDocument *self, guint step)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  return mis_history_get_name (self->history, step);
}

gboolean
mis_document_has_lost_steps (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return mis_history_is_cut (self->history);
}

/* (transfer full) (nullable): the scenario that the last of the steps on the way shows. */
static char *
walk_to (MisHistory *history, guint step)
{
  const char *scenario = NULL;

  while (mis_history_get_step (history) > step)
    {
      scenario = mis_history_get_undo_scenario (history);
      mis_history_undo (history);
    }
  while (mis_history_get_step (history) < step)
    {
      scenario = mis_history_get_redo_scenario (history);
      mis_history_redo (history);
    }
  return g_strdup (scenario);
}

void
mis_document_go_to_step (MisDocument *self, guint step)
{
  g_autofree char *scenario = NULL;

  g_return_if_fail (MIS_IS_DOCUMENT (self));
  g_return_if_fail (step <= mis_history_get_n_steps (self->history));

  mis_document_end_gesture (self);
  if (step == mis_history_get_step (self->history))
    return;
  scenario = walk_to (self->history, step);
  stand (self, scenario, NULL);
}
