#include "app/held-pointer.h"

#define KEY "mis-held-pointer"

typedef void (*Act) (GtkWidget *widget);

/* Of a window: whether something is down, and what waits for it to be up. */
typedef struct
{
  gboolean is_down;
  GHashTable *waiting; /* GtkWidget to Act */
} Pointer;

static void
pointer_free (gpointer data)
{
  Pointer *pointer = data;

  g_hash_table_unref (pointer->waiting);
  g_free (pointer);
}

/* (nullable) (type Pointer) */
static Pointer *
get_pointer (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? g_object_get_data (G_OBJECT (root), KEY) : NULL;
}

void
mis_held_pointer_press (GtkWidget *window)
{
  get_pointer (window)->is_down = TRUE;
}

void
mis_held_pointer_release (GtkWidget *window)
{
  Pointer *pointer = get_pointer (window);
  g_autoptr (GHashTable) waiting = g_steal_pointer (&pointer->waiting);
  GHashTableIter iter;
  gpointer widget, act;

  pointer->is_down = FALSE;
  pointer->waiting = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_hash_table_iter_init (&iter, waiting);
  while (g_hash_table_iter_next (&iter, &widget, &act))
    ((Act) act) (widget);
}

/* Before the widgets hear of a release; what it changes is laid out after they have. */
static gboolean
event_cb (GtkEventController *controller, GdkEvent *event, GtkWidget *window)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN: mis_held_pointer_press (window); break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN: mis_held_pointer_release (window); break;
    default: break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
mis_held_pointer_watch (GtkWidget *window)
{
  GtkEventController *events;
  Pointer *pointer;

  g_return_if_fail (GTK_IS_ROOT (window));

  events = gtk_event_controller_legacy_new ();
  pointer = g_new0 (Pointer, 1);
  pointer->waiting = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  g_object_set_data_full (G_OBJECT (window), KEY, pointer, pointer_free);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), window);
  gtk_widget_add_controller (window, events);
}

void
mis_when_released (GtkWidget *widget, void (*act) (GtkWidget *widget))
{
  Pointer *pointer = get_pointer (widget);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (pointer != NULL && pointer->is_down)
    g_hash_table_replace (pointer->waiting, g_object_ref (widget), (gpointer) act);
  else
    act (widget);
}

static void
show_unless_empty (GtkWidget *hint)
{
  gtk_widget_set_visible (hint, *gtk_label_get_label (GTK_LABEL (hint)) != '\0');
}

void
mis_hint_set_text (GtkLabel *hint, const char *text)
{
  g_return_if_fail (GTK_IS_LABEL (hint));

  gtk_label_set_label (hint, text != NULL ? text : "");
  mis_when_released (GTK_WIDGET (hint), show_unless_empty);
}
