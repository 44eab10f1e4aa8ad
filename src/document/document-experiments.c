#include "document/document-experiments.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/edit.h"
#include "core/error.h"
#include "core/limits.h"
#include "core/text.h"
#include "document/quantity.h"
#include "document/ranges.h"
#include "file/bundled-experiment.h"

#define TEXT(text) g_dgettext (GETTEXT_PACKAGE, text)

/* Figures of the paper are known by ids without it: "4". */
#define FIGURE_NAME "figure-"

MisExperiment *
mis_document_find_experiment (MisDocument *self, const char *id)
{
  MisWorld *world = mis_document_get_project (self);
  int index = mis_world_find_experiment (world, id);

  return index >= 0 ? mis_world_get_experiment (world, (guint) index) : NULL;
}

/* Experiments are those of the project, whatever is shown of it. */
static void
edit (MisDocument *self, MisWorld *project, const char *name)
{
  MisScenario *scenario = mis_document_get_scenario (self);

  mis_document_edit_project (self, project, name, scenario != NULL ? scenario->id : NULL);
}

/* The first quantity that can stand on the x axis; %FALSE if the project is too empty. */
static gboolean
find_quantity (const MisWorld *world, MisQuantity *quantity)
{
  for (guint i = 0; mis_project_quantities[i].label != NULL; i++)
    {
      *quantity = mis_project_quantities[i].quantity;
      if (mis_quantity_is_number (*quantity) && mis_quantity_exists (*quantity, world))
        return TRUE;
    }
  return FALSE;
}

gboolean
mis_document_can_add_experiment (MisDocument *self)
{
  MisQuantity quantity;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  return find_quantity (mis_document_get_project (self), &quantity);
}

/* A bundled experiment is drawn in a way of its own, so no other has its id. */
static gboolean
is_taken (const char *id, gpointer world)
{
  g_autofree char *figure = g_strconcat (FIGURE_NAME, id, NULL);

  return mis_world_find_experiment (world, id) >= 0
         || g_strv_contains (mis_bundled_experiment_names, id)
         || g_strv_contains (mis_bundled_experiment_names, figure);
}

static gboolean
has_title (const MisWorld *world, const char *title)
{
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    if (strcmp (mis_world_get_experiment (world, i)->title, title) == 0)
      return TRUE;
  return FALSE;
}

/* (transfer full): @title, or with the first number behind it that no other one has. */
static char *
make_title (const MisWorld *world, const char *title)
{
  g_autofree char *start =
      g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), MIS_MAX_NAME_LENGTH - 6));
  char *numbered;

  if (!has_title (world, title))
    return g_strdup (title);
  for (guint i = 2;; i++)
    {
      numbered = g_strdup_printf ("%s %u", start, i);
      if (!has_title (world, numbered))
        return numbered;
      g_free (numbered);
    }
}

/* A world with @experiment in it; %NULL with words for the user, as core's are for files. */
static MisWorld *
put (MisWorld *world, MisExperiment *experiment, GError **error)
{
  MisWorld *with = mis_world_with_experiment (world, experiment, NULL);

  if (with == NULL)
    g_set_error (
        error, MIS_ERROR, MIS_ERROR_LIMIT,
        TEXT ("A project holds at most %u experiments, with %u points in all their curves."),
        MIS_MAX_EXPERIMENTS, MIS_MAX_PROJECT_CELLS);
  return with;
}

/* Adds @experiment under an id and a title of its own, at @index or at the end. */
static char *
add (MisDocument *self,
     const MisExperiment *experiment,
     int index,
     const char *action,
     GError **error)
{
  MisWorld *world = mis_document_get_project (self);
  g_autofree char *title = make_title (world, experiment->title);
  g_autofree char *id = mis_id_from_name (title, "experiment", is_taken, world);
  g_autoptr (MisExperiment) copy = mis_experiment_with_texts (experiment, id, title, NULL, error);
  g_autoptr (MisWorld) with = copy != NULL ? put (world, copy, error) : NULL;
  g_autoptr (MisWorld) moved = NULL;

  if (with == NULL)
    return NULL;
  if (index >= 0)
    moved = mis_world_with_experiment_moved (with, mis_world_get_n_experiments (with) - 1,
                                             (guint) index);
  edit (self, moved != NULL ? moved : with, action);
  return g_steal_pointer (&id);
}

/* (transfer full): with the first thing that can vary along x. */
static MisExperiment *
make_first (const MisWorld *world, const char *title)
{
  MisExperiment *experiment = mis_experiment_new ();
  MisQuantity quantity;

  find_quantity (world, &quantity);
  experiment->id = g_strdup ("");
  experiment->title = g_strdup (title);
  experiment->description = g_strdup ("");
  experiment->note = g_strdup ("");
  experiment->source = MIS_SOURCE_PROJECT;
  mis_variation_clear (&experiment->x);
  mis_variation_init_first (&experiment->x, quantity, world, TRUE);
  return experiment;
}

char *
mis_document_add_experiment (MisDocument *self, GError **error)
{
  g_autoptr (MisExperiment) experiment = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (mis_document_can_add_experiment (self), NULL);

  mis_document_end_gesture (self);
  experiment = make_first (mis_document_get_project (self), TEXT ("New Experiment"));
  return add (self, experiment, -1, TEXT ("Add Experiment"), error);
}

/* Whether @experiment has a curve for what is shown, and for nothing that need not be said: the
 * base alone, or scenarios among which @scenario is. */
static gboolean
has_curve_of (const MisExperiment *experiment, const char *scenario)
{
  const MisVariation *curves;

  if (scenario == NULL || experiment->series->len != 1)
    return scenario == NULL && experiment->series->len == 0;
  curves = mis_experiment_get_variation (experiment, 0);
  for (guint i = 0; i < mis_variation_get_n_settings (curves); i++)
    if (curves->quantity == MIS_QUANTITY_SCENARIO
        && g_strcmp0 (mis_variation_get_setting (curves, i)->id, scenario) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_distribution_of (const MisExperiment *experiment, const char *scenario)
{
  return experiment->source == MIS_SOURCE_PROJECT && mis_experiment_is_distribution (experiment)
         && experiment->n_agents == 0 && experiment->scoring_mask == 0
         && has_curve_of (experiment, scenario);
}

/* (transfer full): of the base, and beside it of @scenario, if there is one. */
static MisExperiment *
make_distribution (MisWorld *world, const char *scenario, GError **error)
{
  const char *const ids[] = { NULL, scenario };
  g_autoptr (MisExperiment) first = make_first (world, TEXT ("Distribution of the Score"));
  g_autoptr (MisExperiment) drawn = mis_experiment_with_distribution (first, world, error);
  MisExperiment *with;
  MisVariation curves;

  if (drawn == NULL || scenario == NULL)
    return g_steal_pointer (&drawn);
  mis_variation_init_first (&curves, MIS_QUANTITY_SCENARIO, world, FALSE);
  mis_variation_set_scenarios (&curves, ids, G_N_ELEMENTS (ids));
  with = mis_experiment_with_variation (drawn, 0, &curves, error);
  mis_variation_clear (&curves);
  return with;
}

char *
mis_document_find_distribution (MisDocument *self, GError **error)
{
  MisWorld *world;
  MisScenario *scenario;
  g_autoptr (MisExperiment) made = NULL;
  const char *shown;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (mis_document_can_add_experiment (self), NULL);

  mis_document_end_gesture (self);
  world = mis_document_get_project (self);
  scenario = mis_document_get_scenario (self);
  shown = scenario != NULL ? scenario->id : NULL;
  for (guint i = 0; i < mis_world_get_n_experiments (world); i++)
    if (is_distribution_of (mis_world_get_experiment (world, i), shown))
      return g_strdup (mis_world_get_experiment (world, i)->id);
  made = make_distribution (world, shown, error);
  return made != NULL ? add (self, made, -1, TEXT ("Add Experiment"), error) : NULL;
}

char *
mis_document_keep_experiment (MisDocument *self,
                              const MisExperiment *experiment,
                              const char *action,
                              GError **error)
{
  g_autoptr (MisExperiment) scaled = NULL;
  int original;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), NULL);

  mis_document_end_gesture (self);
  original = mis_world_find_experiment (mis_document_get_project (self), experiment->id);
  /* A file keeps the number of agents of a project as something that varies. */
  if (experiment->n_agents > 0)
    scaled = mis_experiment_with_scale (experiment, experiment->n_agents, error);
  if (experiment->n_agents > 0 && scaled == NULL)
    return NULL;
  return add (self, scaled != NULL ? scaled : experiment, original >= 0 ? original + 1 : -1, action,
              error);
}

/* What has become different, in the imperative. */
static char *
name_change (const MisExperiment *old, const MisExperiment *new)
{
  g_autoptr (MisExperiment) renamed = mis_experiment_with_texts (old, NULL, new->title, NULL, NULL);
  g_autoptr (MisExperiment) described =
      mis_experiment_with_texts (old, NULL, NULL, new->description, NULL);

  if (renamed != NULL && mis_experiment_equal (renamed, new))
    return g_strdup_printf (TEXT ("Rename Experiment “%s”"), old->title);
  if (described != NULL && mis_experiment_equal (described, new))
    return g_strdup_printf (TEXT ("Describe Experiment “%s”"), old->title);
  return g_strdup_printf (TEXT ("Change Experiment “%s”"), old->title);
}

gboolean
mis_document_change_experiment (MisDocument *self, MisExperiment *experiment, GError **error)
{
  MisExperiment *old;
  g_autoptr (MisWorld) with = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  old = mis_document_find_experiment (self, experiment->id);
  g_return_val_if_fail (old != NULL, FALSE);

  with = put (mis_document_get_project (self), experiment, error);
  if (with == NULL)
    return FALSE;
  name = name_change (old, experiment);
  edit (self, with, name);
  return TRUE;
}

gboolean
mis_document_remove_experiment (MisDocument *self, const char *id)
{
  MisWorld *world;
  int index;
  g_autoptr (MisWorld) without = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  world = mis_document_get_project (self);
  index = mis_world_find_experiment (world, id);
  if (index < 0)
    return FALSE;
  name = g_strdup_printf (TEXT ("Delete Experiment “%s”"),
                          mis_world_get_experiment (world, (guint) index)->title);
  without = mis_world_with_experiment_removed (world, (guint) index, NULL);
  edit (self, without, name);
  return TRUE;
}

gboolean
mis_document_move_experiment (MisDocument *self, const char *id, int by)
{
  MisWorld *world;
  int index;
  g_autoptr (MisWorld) moved = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (MIS_IS_DOCUMENT (self), FALSE);

  mis_document_end_gesture (self);
  world = mis_document_get_project (self);
  index = mis_world_find_experiment (world, id);
  if (index < 0 || index + by < 0 || index + by >= (int) mis_world_get_n_experiments (world))
    return FALSE;
  name = g_strdup_printf (TEXT ("Move Experiment “%s”"),
                          mis_world_get_experiment (world, (guint) index)->title);
  moved = mis_world_with_experiment_moved (world, (guint) index, (guint) (index + by));
  edit (self, moved, name);
  return TRUE;
}
