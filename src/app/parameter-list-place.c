/* The row that somebody is at stays where it is while rows around it come, go or grow. */
#include "app/parameter-list-private.h"

#include "app/parameter-row.h"

/* (nullable): of an item that the list keeps for later there is nothing. */
static const MisParameter *
get_parameter (GtkWidget *item)
{
  GtkWidget *expander = gtk_widget_get_first_child (item);

  if (!GTK_IS_TREE_EXPANDER (expander))
    return NULL;
  return mis_parameter_row_get_parameter (
      MIS_PARAMETER_ROW (gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander))));
}

/* (nullable): the child of the list that has the keyboard. */
static GtkWidget *
find_focused (MisParameterList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *item = root != NULL ? gtk_root_get_focus (root) : NULL;

  while (item != NULL && gtk_widget_get_parent (item) != GTK_WIDGET (self->list))
    item = gtk_widget_get_parent (item);
  return item;
}

/* How far below the top of what is in sight @item begins; %FALSE if it is out of sight. */
static gboolean
find_top (GtkWidget *item, double *top)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (item, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (item, scroller, &bounds))
    return FALSE;
  *top = (double) bounds.origin.y;
  return bounds.origin.y + bounds.size.height > 0.0f
         && bounds.origin.y < (float) gtk_widget_get_height (scroller);
}

void
mis_parameter_list_let_go (MisParameterList *self)
{
  if (self->held_clock != NULL)
    g_signal_handlers_disconnect_by_data (self->held_clock, self);
  g_clear_object (&self->held_clock);
  g_clear_weak_pointer (&self->held_item);
}

/* All have been given their places, and nothing is drawn yet. A row that shows another number by
 * now has nothing to keep. */
static void
laid_out_cb (MisParameterList *self)
{
  GtkAdjustment *scrolling =
      gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list));
  double top;

  if (self->held_item != NULL && self->held_parameter != NULL &&
      get_parameter (self->held_item) == self->held_parameter)
    {
      find_top (self->held_item, &top);
      gtk_adjustment_set_value (scrolling,
                                gtk_adjustment_get_value (scrolling) + top - self->held_top);
    }
  mis_parameter_list_let_go (self);
}

static void
hold (MisParameterList *self, GtkWidget *item)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  if (self->held_clock != NULL || item == NULL || clock == NULL
      || !find_top (item, &self->held_top))
    return;
  g_set_weak_pointer (&self->held_item, item);
  self->held_parameter = get_parameter (item);
  self->held_clock = g_object_ref (clock);
  g_signal_connect_data (clock, "layout", G_CALLBACK (laid_out_cb), self, NULL,
                         G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* Else it would undo what is scrolled later. */
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

void
mis_parameter_list_hold_focused (MisParameterList *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    hold (self, find_focused (self));
}

void
mis_parameter_list_hold (MisParameterList *self, const MisParameter *parameter)
{
  GtkWidget *item = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  while (item != NULL && get_parameter (item) != parameter)
    item = gtk_widget_get_next_sibling (item);
  hold (self, item);
}
