#include "document/document-scenarios.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/edit-scenarios.h"
#include "core/error.h"
#include "core/new-ids.h"
#include "core/scenario-keep.h"
#include "core/text.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

static const char *
get_shown_id (MisDocument *self)
{
  const MisScenario *shown = mis_document_get_scenario (self);

  return shown != NULL ? shown->id : NULL;
}

void
mis_document_step_scenario (MisDocument *self, int by)
{
  MisWorld *project;
  const char *shown;
  int n, at;

  g_return_if_fail (MIS_IS_DOCUMENT (self));

  project = mis_document_get_project (self);
  shown = get_shown_id (self);
  n = (int)mis_world_get_n_scenarios (project) + 1;
  at = shown != NULL ? mis_world_find_scenario (project, shown) + 1 : 0;
  at = ((at + by) % n + n) % n;
  mis_document_show_scenario (self,
                              at > 0 ? mis_world_get_scenario (project, (guint)at - 1)->id : NULL);
}

static gboolean
has_name (const MisWorld *project, const char *name)
{
  for (guint i = 0; i < mis_world_get_n_scenarios (project); i++)
    if (strcmp (mis_world_get_scenario (project, i)->name, name) == 0)
      return TRUE;
  return FALSE;
}

char *
mis_document_suggest_scenario_name (MisDocument *self)
{
  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  for (guint i = 1;; i++)
    {
      g_autofree char *name = g_strdup_printf (TEXT ("Scenario %u"), i);

      if (!has_name (mis_document_get_project (self), name))
        return g_steal_pointer (&name);
    }
}

/* What core says is for files; %FALSE with words for the user. */
static gboolean
check_texts (const char *name, const char *description, GError **error)
{
  if (*name == '\0')
    g_set_error_literal (error, MIS_ERROR, MIS_ERROR_TEXT, TEXT ("A scenario needs a name."));
  else if (!mis_check_name (name, NULL))
    g_set_error_literal (error, MIS_ERROR, MIS_ERROR_TEXT,
                         TEXT ("A name has at most 200 characters, all of them visible."));
  else if (!mis_check_text (description, NULL))
    g_set_error_literal (error, MIS_ERROR, MIS_ERROR_TEXT, TEXT ("The description is too long."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
fail_at_limit (GError **error)
{
  g_set_error_literal (error, MIS_ERROR, MIS_ERROR_LIMIT,
                       TEXT ("A project can hold 1,000 scenarios with 100,000 changes at most."));
  return FALSE;
}

gboolean
mis_document_add_scenario (MisDocument *self, const char *name, GError **error)
{
  MisWorld *project;
  g_autofree char *id = NULL;
  g_autofree char *action = NULL;
  g_autoptr (MisScenario) scenario = NULL;
  g_autoptr (MisWorld) with = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  if (!check_texts (name, "", error))
    return FALSE;
  mis_document_end_gesture (self);
  project = mis_document_get_project (self);
  id = mis_world_new_scenario_id (project, name);
  scenario = mis_scenario_new (id, name, "", NULL, 0, error);
  with = scenario != NULL ? mis_world_with_scenario (project, scenario, NULL) : NULL;
  if (with == NULL)
    return fail_at_limit (error);
  action = g_strdup_printf (TEXT ("Add Scenario “%s”"), name);
  mis_document_edit_project (self, with, action, id);
  return TRUE;
}

gboolean
mis_document_duplicate_scenario (MisDocument *self, const char *id, GError **error)
{
  MisWorld *project;
  int index;
  g_autofree char *action = NULL;
  g_autoptr (MisWorld) with = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  project = mis_document_get_project (self);
  index = mis_world_find_scenario (project, id);
  g_return_val_if_fail (index >= 0, FALSE);

  with = mis_world_with_scenario_copied (project, (guint)index, NULL);
  if (with == NULL)
    return fail_at_limit (error);
  action = g_strdup_printf (TEXT ("Duplicate Scenario “%s”"),
                            mis_world_get_scenario (project, (guint)index)->name);
  mis_document_edit_project (self, with, action,
                             mis_world_get_scenario (with, (guint)index + 1)->id);
  return TRUE;
}

gboolean
mis_document_describe_scenario (
    MisDocument *self, const char *id, const char *name, const char *description, GError **error)
{
  MisWorld *project;
  int index;
  const MisScenario *old;
  g_autofree char *action = NULL;
  g_autoptr (MisWorld) with = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  project = mis_document_get_project (self);
  index = mis_world_find_scenario (project, id);
  g_return_val_if_fail (index >= 0, FALSE);

  if (!check_texts (name, description, error))
    return FALSE;
  old = mis_world_get_scenario (project, (guint)index);
  action = g_strdup_printf (strcmp (old->name, name) != 0 ? TEXT ("Rename Scenario “%s”")
                                                          : TEXT ("Describe Scenario “%s”"),
                            old->name);
  with = mis_world_with_scenario_texts (project, (guint)index, name, description, error);
  if (with == NULL)
    return FALSE;
  mis_document_edit_project (self, with, action, get_shown_id (self));
  return TRUE;
}

gboolean
mis_document_remove_scenario (MisDocument *self, const char *id)
{
  MisWorld *project;
  const char *shown;
  int index;
  g_autofree char *action = NULL;
  g_autoptr (MisWorld) without = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  project = mis_document_get_project (self);
  index = mis_world_find_scenario (project, id);
  if (index < 0)
    return FALSE;
  shown = get_shown_id (self);
  action = g_strdup_printf (TEXT ("Delete Scenario “%s”"),
                            mis_world_get_scenario (project, (guint)index)->name);
  without = mis_world_with_scenario_removed (project, (guint)index);
  mis_document_edit_project (self, without, action, g_strcmp0 (shown, id) == 0 ? NULL : shown);
  return TRUE;
}

static gboolean
fail_without_edits (GError **error)
{
  g_set_error_literal (error, MIS_ERROR, MIS_ERROR_UNKNOWN,
                       TEXT ("Nothing that a scenario can hold has changed since the project was "
                             "opened or saved."));
  return FALSE;
}

static gboolean
holds_nothing (const MisWorld *project)
{
  guint n = mis_world_get_n_scenarios (project);

  return mis_world_get_scenario (project, n - 1)->n_changes == 0;
}

gboolean
mis_document_keep_edits (MisDocument *self, const char *name, GError **error)
{
  MisWorld *project;
  g_autofree char *id = NULL;
  g_autofree char *action = NULL;
  g_autoptr (MisWorld) kept = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  if (!check_texts (name, "", error))
    return FALSE;
  mis_document_end_gesture (self);
  project = mis_document_get_project (self);
  id = mis_world_new_scenario_id (project, name);
  kept = mis_world_with_edits_kept (mis_document_get_settled (self), project, id, name, NULL);
  if (kept == NULL)
    return fail_at_limit (error);
  if (holds_nothing (kept))
    return fail_without_edits (error);
  action = g_strdup_printf (TEXT ("Keep Changes as Scenario “%s”"), name);
  mis_document_edit_project (self, kept, action, id);
  return TRUE;
}

gboolean
mis_document_settle_scenario (MisDocument *self, const char *id)
{
  MisWorld *project;
  int index;
  g_autofree char *action = NULL;
  g_autoptr (MisWorld) settled = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  project = mis_document_get_project (self);
  index = mis_world_find_scenario (project, id);
  if (index < 0)
    return FALSE;
  action = g_strdup_printf (TEXT ("Apply Scenario “%s” to the Project"),
                            mis_world_get_scenario (project, (guint)index)->name);
  settled = mis_world_with_scenario_settled (project, (guint)index);
  mis_document_edit_project (self, settled, action, NULL);
  return TRUE;
}
