#include "app/agents-page-private.h"

#include <glib/gi18n.h>

#include "app/name-factory.h"
#include "core/edit.h"
#include "report/number-text.h"

G_DEFINE_FINAL_TYPE (MisAgentsPage, mis_agents_page, ADW_TYPE_BIN)

/* The menu of areas begins with all of them. */
#define ALL_AREAS 0u
#define AREA_CHARS 22

static MisWorld *
get_world (MisAgentsPage *self)
{
  return mis_document_get_world (self->document);
}

/* The menu of areas: all, or one of them. */
static void
show_areas (MisAgentsPage *self)
{
  MisWorld *world = get_world (self);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  guint n_shown;
  const guint *shown = mis_agent_table_get_areas (self->table, &n_shown);
  guint n = mis_world_get_n_areas (world);

  g_strv_builder_add (names, _ ("All problem areas"));
  for (guint i = 0; i < n; i++)
    g_strv_builder_add (names, mis_area_get_name (mis_world_get_area (world, i)));
  list = g_strv_builder_end (names);
  self->showing = TRUE;
  mis_name_menu_show (self->areas, list,
                      n_shown == 1 && n > 1 ? shown[0] + 1 : ALL_AREAS);
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->areas), n > 1);
}

static void
area_chosen_cb (MisAgentsPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->areas), area = selected - 1;

  if (self->showing || self->table == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (selected == ALL_AREAS)
    mis_agent_table_set_all_areas (self->table);
  else
    mis_agent_table_set_areas (self->table, &area, 1);
}

/* "12 of 2,000 groups, 8,500 agents" */
static void
show_count (MisAgentsPage *self)
{
  MisWorld *world = get_world (self);
  guint n = mis_world_get_n_agents (world);
  guint n_shown = mis_cell_source_get_n_rows (MIS_CELL_SOURCE (self->table));
  g_autofree char *groups = mis_count_text (n);
  g_autofree char *shown = mis_count_text (n_shown);
  g_autofree char *agents = mis_count_text (mis_world_get_population (world));
  /* Translators: groups of agents, and how many agents they stand for */
  g_autofree char *all =
    g_strdup_printf (ngettext ("%s group, agents: %s", "%s groups, agents: %s", n), groups, agents);
  g_autofree char *some =
    g_strdup_printf (ngettext ("%s of %s group", "%s of %s groups", n), shown, groups);

  gtk_label_set_label (self->count, n_shown == n ? all : some);
}

static gboolean
has_row (MisAgentsPage *self)
{
  return self->table != NULL
         && mis_cell_grid_get_cursor_row (self->grid)
                < mis_cell_source_get_n_rows (MIS_CELL_SOURCE (self->table));
}

/* The group with the cursor, if there is a row. */
static guint
get_agent (MisAgentsPage *self)
{
  return mis_agent_table_get_agent (self->table, mis_cell_grid_get_cursor_row (self->grid));
}

/* Whether the cursor is on a goal or a weight; in which area. */
static gboolean
get_area (MisAgentsPage *self, guint *area)
{
  guint column = mis_cell_grid_get_cursor_column (self->grid);

  return mis_agent_field_is_of_area (mis_agent_table_get_field (self->table, column, area));
}

static void
end_typing (MisAgentsPage *self)
{
  if (self->document != NULL)
    mis_document_end_gesture (self->document);
}

static void
agent_noted_cb (MisAgentsPage *self, const char *note)
{
  const MisAgent *old;
  MisWorld *base;
  g_autoptr (MisAgent) agent = NULL;
  g_autoptr (MisWorld) edited = NULL;
  g_autoptr (GError) error = NULL;

  if (!has_row (self))
    return;
  mis_document_begin_gesture (self->document);
  base = mis_document_get_base_world (self->document);
  old = mis_world_get_agent (base, get_agent (self));
  agent =
    mis_agent_new (old->id, old->name, old->kind, old->principal, old->count, note, &error);
  mis_text_editor_set_fault (self->agent_note, agent == NULL ? error->message : NULL);
  if (agent == NULL)
    return;
  edited = mis_world_with_agent (base, get_agent (self), agent, NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Change Note"));
}

static void
position_noted_cb (MisAgentsPage *self, MisNote *note)
{
  MisWorld *base;
  MisPosition position;
  guint area;
  g_autoptr (MisWorld) edited = NULL;

  if (!has_row (self) || !get_area (self, &area))
    return;
  mis_document_begin_gesture (self->document);
  base = mis_document_get_base_world (self->document);
  position = mis_world_get_position (base, get_agent (self), area);
  position.note = note;
  edited = mis_world_with_position (base, get_agent (self), area, &position, NULL);
  if (edited != NULL)
    mis_document_edit (self->document, edited, _ ("Change Note"));
}

static void
show_agent_detail (MisAgentsPage *self)
{
  const MisAgent *agent = mis_world_get_agent (get_world (self), get_agent (self));

  gtk_label_set_label (self->agent_title, agent->name);
  mis_text_editor_show (self->agent_note, agent->note);
  gtk_stack_set_visible_child_name (self->detail, "agent");
}

static void
show_position_detail (MisAgentsPage *self, guint area_index)
{
  MisWorld *world = get_world (self);
  MisArea *area = mis_world_get_area (world, area_index);
  MisPosition position = mis_world_get_position (world, get_agent (self), area_index);
  const char *agent = mis_world_get_agent (world, get_agent (self))->name;
  g_autofree char *title = g_strdup_printf ("%s – %s", agent, mis_area_get_name (area));

  mis_note_editor_show (self->position_note, title, mis_area_get_goal_name (area, position.goal),
                        position.note);
  gtk_stack_set_visible_child_name (self->detail, "position");
}

/* An unknown position has nothing that could be noted. */
static gboolean
is_known (MisAgentsPage *self, guint area)
{
  return mis_world_get_position (get_world (self), get_agent (self), area).goal != MIS_UNKNOWN;
}

static void
show_detail (MisAgentsPage *self)
{
  guint area;

  if (!has_row (self))
    gtk_stack_set_visible_child_name (self->detail, "none");
  else if (!get_area (self, &area))
    show_agent_detail (self);
  else if (is_known (self, area))
    show_position_detail (self, area);
  else
    gtk_stack_set_visible_child_name (self->detail, "unknown");
}

static void
selection_changed_cb (MisAgentsPage *self)
{
  if (self->document == NULL)
    return;
  mis_agents_page_update_row_actions (self);
  show_detail (self);
}

static void
update (MisAgentsPage *self)
{
  if (self->document == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  gtk_stack_set_visible_child_name (
    self->stack, mis_world_get_n_agents (get_world (self)) > 0 ? "agents" : "none");
  show_areas (self);
  show_count (self);
  selection_changed_cb (self);
}

static void
search_changed_cb (MisAgentsPage *self)
{
  if (self->table == NULL)
    return;
  mis_agent_table_set_filter (self->table, gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update (self);
}

static void
forget_document (MisAgentsPage *self)
{
  mis_cell_grid_set_source (self->grid, NULL);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->table);
  g_clear_object (&self->document);
}

static void
mis_agents_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mis_agents_page_parent_class)->map (widget);
  update (MIS_AGENTS_PAGE (widget));
}

static void
mis_agents_page_dispose (GObject *object)
{
  MisAgentsPage *self = MIS_AGENTS_PAGE (object);

  if (self->grid != NULL)
    forget_document (self);
  g_clear_object (&self->grid);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), MIS_TYPE_AGENTS_PAGE);
  G_OBJECT_CLASS (mis_agents_page_parent_class)->dispose (object);
}

static void
mis_agents_page_class_init (MisAgentsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mis_agents_page_dispose;
  widget_class->map = mis_agents_page_map;

  g_type_ensure (MIS_TYPE_NOTE_EDITOR);
  g_type_ensure (MIS_TYPE_TEXT_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/misalign/Misalign/agents-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, search);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, areas);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, count);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, grid_scroller);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, notes);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, detail);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, agent_title);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, agent_note);
  gtk_widget_class_bind_template_child (widget_class, MisAgentsPage, position_note);
  gtk_widget_class_bind_template_callback (widget_class, area_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, agent_noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, position_noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_typing);
}

static void
mis_agents_page_init (MisAgentsPage *self)
{
  g_autoptr (GMenuModel) menu = mis_agents_page_new_menu ();

  self->actions = g_simple_action_group_new ();
  mis_agents_page_add_row_actions (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "agents", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  mis_name_factory_set (self->areas, AREA_CHARS);
  mis_name_factory_set_whole (self->areas);
  self->grid = g_object_ref_sink (MIS_CELL_GRID (mis_cell_grid_new ()));
  mis_cell_grid_set_menu (self->grid, menu);
  mis_cell_grid_set_move_actions (self->grid, "agents.move-up", "agents.move-down",
                                  "agents.move-to");
  gtk_scrolled_window_set_child (self->grid_scroller, GTK_WIDGET (self->grid));
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
mis_agents_page_set_document (MisAgentsPage *self, MisDocument *document)
{
  g_return_if_fail (MIS_IS_AGENTS_PAGE (self));

  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  self->table = mis_agent_table_new (document);
  mis_agent_table_follow_base (self->table);
  mis_cell_grid_set_source (self->grid, MIS_CELL_SOURCE (self->table));
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/* A search that hides the row is given up. */
void
mis_agents_page_show (MisAgentsPage *self, guint agent)
{
  int row;

  g_return_if_fail (MIS_IS_AGENTS_PAGE (self));
  g_return_if_fail (self->table != NULL);

  if (mis_agent_table_find_row (self->table, agent) < 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->search), "");
      mis_agent_table_set_filter (self->table, "");
    }
  row = mis_agent_table_find_row (self->table, agent);
  if (row >= 0)
    mis_cell_grid_set_cursor (self->grid, (guint) row, 0);
}

/* The first column of an area, in a table that shows it. */
static guint
find_column (MisAgentsPage *self, guint area)
{
  guint n = mis_cell_source_get_n_columns (MIS_CELL_SOURCE (self->table)), found;

  for (guint i = 0; i < n; i++)
    if (mis_agent_field_is_of_area (mis_agent_table_get_field (self->table, i, &found))
        && found == area)
      return i;
  return n;
}

void
mis_agents_page_show_position (MisAgentsPage *self, guint agent, guint area)
{
  guint column;
  int row;

  g_return_if_fail (MIS_IS_AGENTS_PAGE (self));

  mis_agents_page_show (self, agent);
  if (find_column (self, area) == mis_cell_source_get_n_columns (MIS_CELL_SOURCE (self->table)))
    mis_agent_table_set_areas (self->table, &area, 1);
  column = find_column (self, area);
  row = mis_agent_table_find_row (self->table, agent);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->notes), TRUE);
  if (row >= 0)
    mis_cell_grid_set_cursor (self->grid, (guint) row, column);
}

void
mis_agents_page_find (MisAgentsPage *self)
{
  g_return_if_fail (MIS_IS_AGENTS_PAGE (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
