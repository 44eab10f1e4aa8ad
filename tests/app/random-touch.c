#include "random-touch.h"

#include "app/cell-grid.h"
#include "app/parameter-scale.h"
#include "app/start-page.h"
#include "app/tooltip.h"

/* Actions that begin so. */
static const char *const forbidden[] = {
  "app.",
  "win.open",
  "win.save",
  "win.import",
  "win.export",
  "win.paste-",
  "win.new-project",
  "window.",
  "win.show-help-overlay",
  "menu.",
  "clipboard.",
  "selection.",
  "misc.",
  "text.",
  "link.",
  "default.",
};

gboolean
random_touch_is_forbidden (const char *action)
{
  for (guint i = 0; action != NULL && i < G_N_ELEMENTS (forbidden); i++)
    if (g_str_has_prefix (action, forbidden[i]))
      return TRUE;
  return FALSE;
}

/* Whether its middle is within the window; else it has to be scrolled there first. */
static gboolean
is_in_view (GtkWidget *widget)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget));
  graphene_rect_t bounds;
  graphene_point_t middle;

  if (!gtk_widget_compute_bounds (widget, native, &bounds))
    return FALSE;
  graphene_rect_get_center (&bounds, &middle);
  return gtk_widget_contains (native, (double)middle.x, (double)middle.y);
}

static gboolean
opens_popover (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_BUTTON (widget) && (GTK_IS_DROP_DOWN (parent) || GTK_IS_MENU_BUTTON (parent));
}

/* What opens a popover is where it has been drawn: GDK 4.8 has no place for one off the screen. */
static void
draw_popover_button (GtkWidget *widget)
{
  if (!opens_popover (widget))
    return;
  gtk_widget_queue_draw (GTK_WIDGET (gtk_widget_get_root (widget)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (gtk_widget_get_root (widget)));
}

static void
push_button (RandomHand *self, GtkWidget *widget)
{
  gboolean in_view;

  draw_popover_button (widget);
  in_view = gtk_widget_get_mapped (widget) && is_in_view (widget);

  /* By mouse it has the keyboard then, by its letter not. */
  if (!in_view || random_hand_below (self, 3) > 0)
    gtk_widget_grab_focus (widget);
  if (in_view)
    g_signal_emit_by_name (widget, "clicked");
}

static void
push_check (RandomHand *self, GtkWidget *widget)
{
  gtk_widget_activate (widget);
}

static void
turn_switch (RandomHand *self, GtkWidget *widget)
{
  gtk_switch_set_active (GTK_SWITCH (widget), !gtk_switch_get_active (GTK_SWITCH (widget)));
}

/* A list may stay without a choice, but nobody can choose that. */
static void
choose (RandomHand *self, GtkWidget *widget)
{
  g_autoptr (GListModel) model = NULL;
  guint n;

  g_object_get (widget, "model", &model, NULL);
  n = model != NULL ? g_list_model_get_n_items (model) : 0;
  if (n > 0)
    g_object_set (widget, "selected", random_hand_below (self, n), NULL);
}

/* A drag of a few steps. */
static void
drag (RandomHand *self, GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (widget));
  gboolean taken;

  for (guint n = 1 + random_hand_below (self, 3); n > 0; n--)
    {
      double value = g_rand_double_range (self->rand, gtk_adjustment_get_lower (adjustment),
                                          gtk_adjustment_get_upper (adjustment) + 1e-9);

      g_signal_emit_by_name (widget, "change-value", GTK_SCROLL_JUMP, value, &taken);
    }
  if (MIS_IS_PARAMETER_SCALE (widget) && !random_hand_one_in (self, 4))
    g_signal_emit_by_name (widget, "released");
}

static void
type (RandomHand *self, GtkWidget *widget)
{
  g_autofree char *text = random_hand_text (self);

  if (!gtk_editable_get_editable (GTK_EDITABLE (widget)))
    return;
  gtk_widget_grab_focus (widget);
  gtk_editable_set_text (GTK_EDITABLE (widget), text);
  if (random_hand_below (self, 3) > 0)
    g_signal_emit_by_name (widget, "activate");
}

static void
write_text (RandomHand *self, GtkWidget *widget)
{
  g_autofree char *text = random_hand_text (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (widget)))
    return;
  gtk_widget_grab_focus (widget);
  if (random_hand_one_in (self, 2))
    gtk_text_buffer_insert_at_cursor (buffer, text, -1);
  else
    gtk_text_buffer_set_text (buffer, text, -1);
}

static void
fold (RandomHand *self, GtkWidget *widget)
{
  gboolean expanded;

  g_object_get (widget, "expanded", &expanded, NULL);
  g_object_set (widget, "expanded", !expanded, NULL);
}

static void
activate (RandomHand *self, GtkWidget *widget)
{
  gtk_widget_activate (widget);
}

typedef void (*Touch) (RandomHand *self, GtkWidget *widget);

/* (nullable): how a widget of this type is used; the more special types come first. */
static Touch
find_touch (GtkWidget *widget)
{
  const char *name = G_OBJECT_TYPE_NAME (widget);

  return GTK_IS_DROP_DOWN (widget) || ADW_IS_COMBO_ROW (widget)     ? choose
         : GTK_IS_SWITCH (widget)                                   ? turn_switch
         : GTK_IS_CHECK_BUTTON (widget)                             ? push_check
         : GTK_IS_BUTTON (widget)                                   ? push_button
         : GTK_IS_SCALE (widget)                                    ? drag
         : GTK_IS_TEXT (widget)                                     ? type
         : GTK_IS_TEXT_VIEW (widget)                                ? write_text
         : GTK_IS_EXPANDER (widget) || ADW_IS_EXPANDER_ROW (widget) ? fold
         : GTK_IS_LIST_BOX_ROW (widget) || g_str_equal (name, "GtkModelButton") ||
                 g_str_equal (name, "GtkListItemWidget")
             ? activate
             : NULL;
}

/* What only leads elsewhere is in sight all the time; there is more to be done. */
static gboolean
is_way (GtkWidget *widget)
{
  static const char *const ways[] = { "win.view", "win.place", "model.page", "guide.step", NULL };
  const char *action =
      GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return action != NULL && g_strv_contains (ways, action);
}

static gboolean
is_forbidden (GtkWidget *widget)
{
  const char *action =
      GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;

  return random_touch_is_forbidden (action);
}

/* Grids have ways of their own; examples, the main menu and links would open other windows; GTK's
 * own dialogs for files are not ours. */
static gboolean
is_left_alone (GtkWidget *widget)
{
  return MIS_IS_CELL_GRID (widget) || MIS_IS_START_PAGE (widget) ||
         GTK_IS_WINDOW_CONTROLS (widget) || GTK_IS_LINK_BUTTON (widget) ||
         GTK_IS_FILE_CHOOSER (widget) ||
         (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget)));
}

/* What is in sight, and can be used, below @widget. */
static void
gather (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget) ||
      is_left_alone (widget))
    return;
  if (find_touch (widget) != NULL && !is_forbidden (widget) && !is_way (widget))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gather (child, found);
}

static GtkPopover *
find_popover (GtkWidget *widget)
{
  GtkPopover *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_POPOVER (widget) && gtk_popover_get_autohide (GTK_POPOVER (widget)))
    return GTK_POPOVER (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);
  return found;
}

GtkPopover *
random_touch_find_popover (RandomHand *self)
{
  return find_popover (GTK_WIDGET (self->window));
}

/* (transfer full) (element-type GtkWindow): mapped, the newest first. */
static GPtrArray *
list_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      GtkWidget *window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (window))
        g_ptr_array_add (list, window);
      else
        g_object_unref (window);
    }
  return list;
}

/* Where a click arrives: only in the newest dialog, if there is one. */
static GtkWidget *
find_top (RandomHand *self)
{
  g_autoptr (GPtrArray) windows = list_windows ();

  for (guint i = 0; i < windows->len; i++)
    if (gtk_window_get_modal (g_ptr_array_index (windows, i)))
      return g_ptr_array_index (windows, i);
  return windows->len > 0 ? g_ptr_array_index (windows, random_hand_below (self, windows->len))
                          : GTK_WIDGET (self->window);
}

/* (nullable): what the hand would find by looking at a control. */
static const char *
describe (GtkWidget *widget)
{
  const char *action =
      GTK_IS_ACTIONABLE (widget) ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)) : NULL;
  const char *label = GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget)) : NULL;

  return action != NULL ? action : label != NULL ? label : mis_tooltip_get (widget);
}

void
random_touch (RandomHand *self, GtkWidget *root)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GtkWidget *widget;

  gather (root != NULL ? root : find_top (self), found);
  if (found->len == 0)
    return;
  widget = g_ptr_array_index (found, random_hand_below (self, found->len));
  /* They are many, and each takes a frame. */
  if (opens_popover (widget) && random_hand_below (self, 5) > 0)
    widget = g_ptr_array_index (found, random_hand_below (self, found->len));
  g_object_ref (widget);
  random_hand_say (self, "%s %s in %s", G_OBJECT_TYPE_NAME (widget), describe (widget),
                   G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  find_touch (widget) (self, widget);
  g_object_unref (widget);
}

void
random_touch_close (RandomHand *self, gboolean all)
{
  g_autoptr (GPtrArray) windows = list_windows ();

  for (guint i = 0; i < windows->len; i++)
    {
      GtkWindow *window = g_ptr_array_index (windows, i);

      if (window == GTK_WINDOW (self->window) || !gtk_widget_get_mapped (GTK_WIDGET (window)) ||
          (!all && !random_hand_one_in (self, 6)))
        continue;
      random_hand_say (self, "Close %s", gtk_window_get_title (window));
      gtk_window_close (window);
    }
}
