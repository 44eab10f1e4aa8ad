#include "random-commands.h"

#include "app/agents-page.h"
#include "app/area-editor-private.h"
#include "app/areas-page.h"
#include "app/experiments-view.h"
#include "app/guide.h"
#include "app/model-view.h"
#include "document/document-scenarios.h"

/* What an action is called, with its target if it has one, and how often it is to be done. */
typedef struct
{
  const char *name;
  guint weight;
} Command;

/* Of the window: always there. */
static const Command window_commands[] = {
  { "win.undo", 24 },
  { "win.redo", 12 },
  { "win.history", 1 },
  { "win.view::model", 8 },
  { "win.view::explore", 4 },
  { "win.view::experiments", 2 },
  { "win.view::guide", 2 },
  { "win.view::start", 1 },
  { "win.back", 3 },
  { "win.find", 1 },
  { "win.new-scenario", 1 },
  { "win.describe-scenario", 1 },
  { "win.duplicate-scenario", 2 },
  { "win.delete-scenario", 2 },
  { "win.next-scenario", 4 },
  { "win.previous-scenario", 4 },
  { "win.show-scenario::", 4 },
  { "win.new-experiment", 1 },
  { "explore.counts(true)", 1 },
  { "explore.counts(false)", 1 },
  { "explore.page::parameters", 1 },
  { "explore.page::results", 1 },
  { NULL, 0 },
};

static const Command model_commands[] = {
  { "model.page::project", 2 },
  { "model.page::agents", 4 },
  { "model.page::areas", 4 },
  { "model.page::options", 2 },
  { NULL, 0 },
};

static const Command agent_commands[] = {
  { "agents.add", 4 },
  { "agents.copy", 4 },
  { "agents.remove", 4 },
  { "agents.group", 3 },
  { "agents.expand", 1 },
  { "agents.move-up", 3 },
  { "agents.move-down", 3 },
  { "agents.sort::up", 2 },
  { "agents.sort::down", 2 },
  { "agents.sort::none", 3 },
  { NULL, 0 },
};

static const Command area_commands[] = {
  { "areas.add", 2 },     { "areas.copy", 1 },      { "areas.split", 1 }, { "areas.remove", 3 },
  { "areas.move-up", 2 }, { "areas.move-down", 2 }, { NULL, 0 },
};

static const Command goal_commands[] = {
  { "goals.add", 4 },
  { "goals.remove", 4 },
  { "goals.split", 3 },
  { "goals.move-up", 3 },
  { "goals.move-down", 3 },
  { "goals.fill::exclusive", 1 },
  { "goals.fill::scale", 1 },
  { "goals.fill::none", 1 },
  { "goals.null-goal(true)", 1 },
  { "goals.null-goal(false)", 1 },
  { NULL, 0 },
};

static const Command guide_commands[] = {
  { "guide.back", 1 },          { "guide.next", 3 },         { "guide.step::people", 1 },
  { "guide.step::areas", 1 },   { "guide.step::goals", 1 },  { "guide.step::conflicts", 1 },
  { "guide.step::weights", 1 }, { "guide.step::result", 1 }, { NULL, 0 },
};

static const Command experiment_commands[] = {
  { "experiments.new", 1 },
  { "experiments.keep", 1 },
  { "experiments.duplicate", 1 },
  { "experiments.delete", 2 },
  { "experiments.move-back", 1 },
  { "experiments.move-on", 1 },
  { NULL, 0 },
};

static guint
sum_weights (const Command *commands)
{
  guint sum = 0;

  for (guint i = 0; commands[i].name != NULL; i++)
    sum += commands[i].weight;
  return sum;
}

static const char *
choose (RandomHand *self, const Command *commands)
{
  guint left = random_hand_below (self, sum_weights (commands)), i = 0;

  while (left >= commands[i].weight)
    left -= commands[i++].weight;
  return commands[i].name;
}

static void
activate (RandomHand *self, GtkWidget *widget, const char *detailed)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_action_parse_detailed_name (detailed, &name, &target, &error);
  g_assert_no_error (error);
  random_hand_say (self, "%s", detailed);
  gtk_widget_activate_action_variant (widget, name, target);
}

/* (nullable): what has the type and is in sight. */
static gboolean
is_in_sight (GtkWidget *widget, gconstpointer type)
{
  return gtk_widget_get_mapped (widget) &&
         G_TYPE_CHECK_INSTANCE_TYPE (widget, GPOINTER_TO_SIZE (type));
}

/* Into another goal, as the menu offers it. */
static void
merge (RandomHand *self)
{
  MisAreaEditor *editor =
      app_find (self->window, is_in_sight, GSIZE_TO_POINTER (MIS_TYPE_AREA_EDITOR));
  int goal = editor != NULL ? mis_area_editor_get_goal (editor) : -1;
  guint n = goal >= 0 ? mis_area_get_n_goals (mis_area_editor_get_area (editor)) : 0;
  guint into = n > 1 ? random_hand_below (self, n - 1) : 0;
  g_autofree char *name =
      g_strdup_printf ("goals.merge(uint32 %u)", into < (guint)goal ? into : into + 1);

  if (n > 1)
    activate (self, GTK_WIDGET (editor), name);
}

/* What belongs to the page that is in sight, or else to the window. */
static void
activate_in_page (RandomHand *self)
{
  const struct
  {
    GType type;
    const Command *commands;
  } pages[] = {
    { MIS_TYPE_AGENTS_PAGE, agent_commands }, { MIS_TYPE_AREA_EDITOR, goal_commands },
    { MIS_TYPE_AREAS_PAGE, area_commands },   { MIS_TYPE_MODEL_VIEW, model_commands },
    { MIS_TYPE_GUIDE, guide_commands },       { MIS_TYPE_EXPERIMENTS_VIEW, experiment_commands },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *page = app_find (self->window, is_in_sight, GSIZE_TO_POINTER (pages[i].type));

      if (page == NULL || random_hand_one_in (self, 3))
        continue;
      activate (self, page, choose (self, pages[i].commands));
      return;
    }
  activate (self, GTK_WIDGET (self->window), choose (self, window_commands));
}

/* As the list of steps does. */
static void
jump (RandomHand *self)
{
  MisDocument *document = random_hand_document (self);
  guint step = mis_document_get_step (document), n = mis_document_get_n_steps (document);
  guint to = random_hand_below (self, 30) + (step > 20 ? step - 20 : 0);

  random_hand_say (self, "Jump from step %u of %u to %u", step, n, MIN (to, n));
  mis_document_go_to_step (document, MIN (to, n));
}

static void
show_scenario (RandomHand *self)
{
  MisWorld *project = mis_document_get_project (random_hand_document (self));
  guint n = mis_world_get_n_scenarios (project);
  g_autofree char *name = NULL;

  if (n == 0)
    return;
  name = g_strdup_printf ("win.show-scenario::%s",
                          mis_world_get_scenario (project, random_hand_below (self, n))->id);
  activate (self, GTK_WIDGET (self->window), name);
}

/* Without the dialog that asks for its name. */
static void
add_scenario (RandomHand *self)
{
  g_autofree char *name = random_hand_text (self);
  MisDocument *document = random_hand_document (self);

  random_hand_say (self, "Add a scenario “%s”", name);
  if (mis_world_get_n_scenarios (mis_document_get_project (document)) < 8)
    mis_document_add_scenario (document, name, NULL);
}

void
random_command (RandomHand *self)
{
  guint choice = random_hand_below (self, 40);

  if (choice == 0)
    jump (self);
  else if (choice < 3)
    show_scenario (self);
  else if (choice == 3)
    add_scenario (self);
  else if (choice < 5)
    merge (self);
  else if (choice < 19)
    activate (self, GTK_WIDGET (self->window), choose (self, window_commands));
  else
    activate_in_page (self);
}
