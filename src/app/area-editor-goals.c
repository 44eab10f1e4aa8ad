/* What is done with the goals of an area: that of the row with the cursor, or all at once. */
#include "app/area-editor-private.h"

#include <glib/gi18n.h>

#include "core/area-goals.h"
#include "core/edit-goals.h"
#include "core/edit.h"

/* The menu of goals to merge into is no longer than this; beyond, the goals are moved first. */
#define MOST_MERGES 60u

static void
set_enabled (MisAreaEditor *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

/* The goals that the one with the cursor can be merged into. */
static void
show_merges (MisAreaEditor *self, int goal)
{
  MisArea *area = mis_area_editor_get_area (self);
  guint n = MIN (mis_area_get_n_goals (area), MOST_MERGES);

  g_menu_remove_all (self->merges);
  for (guint i = 0; i < n && goal >= 0; i++)
    if ((int) i != goal)
      {
        g_autofree char *target = g_strdup_printf ("goals.merge(uint32 %u)", i);

        g_menu_append (self->merges, mis_area_get_goal (area, i)->name, target);
      }
}

/* The rows of goals that are selected, and all columns that are. */
static void
get_chosen (MisAreaEditor *self, MisCellArea *chosen)
{
  guint n = mis_area_get_n_goals (mis_area_editor_get_area (self));

  mis_cell_grid_get_selection (self->grid, chosen);
  chosen->n_rows = chosen->row < n ? MIN (chosen->n_rows, n - chosen->row) : 0;
}

/* That without a goal stays the last. */
static void
update_moves (MisAreaEditor *self, guint n)
{
  MisCellArea chosen;

  get_chosen (self, &chosen);
  set_enabled (self, "move-up", chosen.n_rows > 0 && chosen.row > 0);
  set_enabled (self, "move-down", chosen.n_rows > 0 && chosen.row + chosen.n_rows < n);
  set_enabled (self, "move-to", chosen.n_rows > 0);
  mis_cell_grid_set_move_fault (
    self->grid, chosen.n_rows > 0 ? NULL : _ ("“No goal” always stands behind the goals."));
}

void
mis_area_editor_update_goal_actions (MisAreaEditor *self)
{
  int goal = mis_area_editor_get_goal (self);
  guint n = mis_area_get_n_goals (mis_area_editor_get_area (self));

  set_enabled (self, "remove", goal >= 0);
  set_enabled (self, "split", goal >= 0);
  set_enabled (self, "merge", goal >= 0 && n > 1);
  update_moves (self, n);
  set_enabled (self, "fill", n > 1);
  show_merges (self, goal);
}

static void
show_error (MisAreaEditor *self, const GError *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-toast", "s", error->message);
}

/* Goes to goal @goal of @edited, or says what is wrong if that is %NULL. */
static void
take (MisAreaEditor *self, MisWorld *edited, guint goal, const char *name, const GError *error)
{
  if (edited == NULL)
    {
      show_error (self, error);
      return;
    }
  mis_document_edit_apart (self->document, edited, name);
  mis_area_editor_show_goal (self, goal);
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreaEditor *self = user_data;
  guint n = mis_area_get_n_goals (mis_area_editor_get_area (self));
  g_autofree char *name = g_strdup_printf (_ ("Goal %u"), n + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = mis_world_with_goal_added (
    mis_document_get_world (self->document), self->area, n, name, "", &error);

  take (self, edited, n, _ ("Add Goal"), error);
  if (edited != NULL)
    mis_cell_grid_begin_name (self->grid);
}

static void
split_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreaEditor *self = user_data;
  guint goal = (guint) mis_area_editor_get_goal (self);
  const MisGoal *old = mis_area_get_goal (mis_area_editor_get_area (self), goal);
  /* Translators: the second of two goals that were one */
  g_autofree char *name = g_strdup_printf (_ ("%s, second part"), old->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (MisWorld) edited = mis_world_with_goal_split (
    mis_document_get_world (self->document), self->area, goal, name, 0.0, &error);

  take (self, edited, goal + 1, _ ("Split Goal"), error);
}

/* (transfer full): with @n goals from @first on put in front of goal @to, which is none of them. */
static MisWorld *
put_goals (MisAreaEditor *self, guint first, guint n, guint to)
{
  MisWorld *world = mis_world_ref (mis_document_get_world (self->document));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MisWorld) old = world;

      world = to > first ? mis_world_with_goal_moved (old, self->area, first, to - 1)
                         : mis_world_with_goal_moved (old, self->area, first + i, to + i);
    }
  return world;
}

/* Those that are selected go in front of goal @to, and stay selected. */
static void
move_to (MisAreaEditor *self, guint to)
{
  guint n = mis_area_get_n_goals (mis_area_editor_get_area (self));
  MisCellArea chosen;
  g_autofree char *name = NULL;
  g_autoptr (MisWorld) edited = NULL;

  get_chosen (self, &chosen);
  to = MIN (to, n);
  if (chosen.n_rows == 0 || (to >= chosen.row && to <= chosen.row + chosen.n_rows))
    return;
  name = chosen.n_rows == 1
             ? g_strdup (_ ("Move Goal"))
             : g_strdup_printf (ngettext ("Move %u Goal", "Move %u Goals", chosen.n_rows),
                                chosen.n_rows);
  edited = put_goals (self, chosen.row, chosen.n_rows, to);
  mis_document_edit_apart (self->document, edited, name);
  chosen.row = to > chosen.row ? to - chosen.n_rows : to;
  mis_cell_grid_select (self->grid, &chosen);
}

static void
move_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisCellArea chosen;

  get_chosen (user_data, &chosen);
  move_to (user_data, chosen.row - 1);
}

static void
move_down_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisCellArea chosen;

  get_chosen (user_data, &chosen);
  move_to (user_data, chosen.row + chosen.n_rows + 1);
}

static void
move_to_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_to (user_data, g_variant_get_uint32 (parameter));
}

/* What has become of those who held the goal. */
static char *
say_removed (MisAreaEditor *self, guint goal)
{
  MisWorld *world = mis_document_get_world (self->document);
  const char *name = mis_area_get_goal (mis_area_editor_get_area (self), goal)->name;
  guint n = 0;

  for (guint i = 0; i < mis_world_get_n_agents (world); i++)
    n += mis_world_get_position (world, i, self->area).goal == (int) goal;
  if (n == 0)
    return g_strdup_printf (_ ("“%s” removed"), name);
  return g_strdup_printf (ngettext ("“%s” removed; what %u group wants is unknown now",
                                    "“%s” removed; what %u groups want is unknown now", n),
                          name, n);
}

static void
remove_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreaEditor *self = user_data;
  guint goal = (guint) mis_area_editor_get_goal (self);
  g_autofree char *words = say_removed (self, goal);
  g_autoptr (MisWorld) edited = mis_world_with_goal_removed (
    mis_document_get_world (self->document), self->area, goal, MIS_UNKNOWN);

  take (self, edited, goal > 0 ? goal - 1 : 0, _ ("Remove Goal"), NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.offer-undo", "s", words);
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreaEditor *self = user_data;
  guint goal = (guint) mis_area_editor_get_goal (self), into = g_variant_get_uint32 (parameter);
  g_autoptr (MisWorld) edited = mis_world_with_goal_merged (
    mis_document_get_world (self->document), self->area, goal, into);

  take (self, edited, into > goal ? into - 1 : into, _ ("Merge Goals"), NULL);
}

/* (transfer full): the area filled by the pattern called @pattern. */
static MisArea *
fill (MisArea *area, const char *pattern)
{
  if (g_str_equal (pattern, "exclusive"))
    return mis_area_with_exclusive_goals (area);
  if (g_str_equal (pattern, "scale"))
    return mis_area_with_goals_on_scale (area);
  return mis_area_with_compatible_goals (area);
}

static void
fill_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  MisAreaEditor *self = user_data;
  const char *pattern = g_variant_get_string (parameter, NULL);
  g_autoptr (MisArea) filled = fill (mis_area_editor_get_area (self), pattern);
  g_autoptr (MisWorld) edited =
    mis_world_with_area (mis_document_get_world (self->document), self->area, filled, NULL);

  mis_document_edit_apart (self->document, edited, _ ("Fill Conflicts"));
}

static void
change_null_cb (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  MisAreaEditor *self = user_data;

  g_simple_action_set_state (action, state);
  if (self->matrix != NULL)
    mis_conflict_matrix_set_null_goal_shown (self->matrix, g_variant_get_boolean (state));
}

static const GActionEntry entries[] = {
  { "add", add_cb },
  { "remove", remove_cb },
  { "split", split_cb },
  { "merge", merge_cb, "u" },
  { "move-up", move_up_cb },
  { "move-down", move_down_cb },
  { "move-to", move_to_cb, "u" },
  { "fill", fill_cb, "s" },
  { "null-goal", NULL, "b", "false", change_null_cb },
};

void
mis_area_editor_add_goal_actions (MisAreaEditor *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

static void
add_item (GMenu *menu, const char *label, const char *action)
{
  g_menu_append (menu, label, action);
}

GMenuModel *
mis_area_editor_new_menu (MisAreaEditor *self)
{
  GMenu *menu = g_menu_new ();

  add_item (menu, _ ("_Add Goal"), "goals.add");
  add_item (menu, _ ("Move Goal _Up"), "goals.move-up");
  add_item (menu, _ ("Move Goal Do_wn"), "goals.move-down");
  add_item (menu, _ ("_Split Goal"), "goals.split");
  g_menu_append_submenu (menu, _ ("_Merge Goal Into"), G_MENU_MODEL (self->merges));
  add_item (menu, _ ("_Remove Goal"), "goals.remove");
  return G_MENU_MODEL (menu);
}
