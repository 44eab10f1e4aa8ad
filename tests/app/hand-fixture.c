#include "hand-fixture.h"

#include <gdk/x11/gdkx.h>

#include "app-fixture.h"

#define PRIMARY 1u
#define WHEEL_UP 4u
#define WHEEL_DOWN 5u

/* More turns of the wheel than any page is long. */
#define MOST_TURNS 200

/* To where no window is: GTK warns if one goes while it is about to show a tooltip, and other
 * programs follow on this display. */
static void
put_pointer_away (void)
{
  const char *const argv[] = { "xdotool", "mousemove", "1399", "899", NULL };

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

gboolean
hand_is_there (void)
{
  g_autofree char *path = g_find_program_in_path ("xdotool");
  static gsize once = 0;

  if (path != NULL && GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    {
      if (g_once_init_enter (&once))
        {
          atexit (put_pointer_away);
          g_once_init_leave (&once, 1);
        }
      return TRUE;
    }
  g_test_skip ("keys and pointer are moved by xdotool, on a display of X11");
  return FALSE;
}

GtkWindow *
hand_find_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_widget_get_mapped (GTK_WIDGET (window)) && gtk_window_is_active (window))
        return window;
    }
  return NULL;
}

GtkWindow *
hand_get_window (void)
{
  app_wait_until (hand_find_window () != NULL);
  return hand_find_window ();
}

/* The server has taken the events when xdotool ends, and sends them before it answers us. */
static void
run (GStrvBuilder *arguments)
{
  g_auto (GStrv) argv = g_strv_builder_end (arguments);
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, &error));
  gdk_display_sync (gdk_display_get_default ());
  app_settle ();
}

static void
count_cb (guint *n)
{
  ++*n;
}

void
hand_look (void)
{
  GtkWidget *window = GTK_WIDGET (hand_get_window ());
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  guint n_frames = 0;
  gulong handler =
      g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_frames);

  gtk_widget_queue_draw (window);
  app_wait_until (n_frames > 0);
  g_signal_handler_disconnect (clock, handler);
  app_settle ();
}

void
hand_press (const char *keys)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  g_auto (GStrv) list = g_strsplit (keys, " ", -1);

  hand_get_window ();
  g_strv_builder_add_many (arguments, "xdotool", "key", "--delay", "1", NULL);
  g_strv_builder_addv (arguments, (const char **)list);
  run (arguments);
}

void
hand_type (const char *text)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();

  hand_get_window ();
  g_strv_builder_add_many (arguments, "xdotool", "type", "--delay", "1", "--", text, NULL);
  run (arguments);
}

static void
add_number (GStrvBuilder *arguments, gulong number)
{
  g_autofree char *text = g_strdup_printf ("%lu", number);

  g_strv_builder_add (arguments, text);
}

/* Each surface is a window of the server, popovers too. */
static void
move_to (GtkWidget *widget, double x, double y)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();
  GtkNative *native = gtk_widget_get_native (widget);
  double left, top, place_x, place_y;

  gtk_native_get_surface_transform (native, &left, &top);
  g_assert_true (
      gtk_widget_translate_coordinates (widget, GTK_WIDGET (native), x, y, &place_x, &place_y));
  g_strv_builder_add_many (arguments, "xdotool", "mousemove", "--window", NULL);
  add_number (arguments, gdk_x11_surface_get_xid (gtk_native_get_surface (native)));
  add_number (arguments, (gulong)(left + place_x));
  add_number (arguments, (gulong)(top + place_y));
  run (arguments);
}

/* More than one motion, as by hand: with the first the pointer comes into a popover, and GTK does
 * not yet look what it is over. And what lies below is painted before the finger comes down. */
static void
click_at (GtkWidget *widget, double x, double y, guint button, guint n_times)
{
  g_autoptr (GStrvBuilder) arguments = g_strv_builder_new ();

  move_to (widget, x - 2, y);
  hand_look ();
  move_to (widget, x, y);
  hand_look ();
  g_strv_builder_add_many (arguments, "xdotool", "click", "--delay", "80", "--repeat", NULL);
  add_number (arguments, n_times);
  add_number (arguments, button);
  run (arguments);
}

gboolean
hand_reaches (gpointer widget, double x, double y)
{
  GtkWidget *native = GTK_WIDGET (gtk_widget_get_native (widget)), *picked;
  double place_x, place_y;

  if (!gtk_widget_translate_coordinates (widget, native, x, y, &place_x, &place_y))
    return FALSE;
  picked = gtk_widget_pick (native, place_x, place_y, GTK_PICK_DEFAULT);
  return picked != NULL && (picked == widget || gtk_widget_is_ancestor (picked, widget));
}

/* Which way a page has to be turned for a point of @widget to come into sight; 0 if it is. */
static int
get_turn (GtkWidget *widget, GtkWidget *page, double x, double y)
{
  double place_x, place_y;

  g_assert_true (gtk_widget_translate_coordinates (widget, page, x, y, &place_x, &place_y));
  return place_y < 0 ? -1 : place_y >= gtk_widget_get_height (page) ? 1 : 0;
}

static void
scroll_to (GtkWidget *widget, double x, double y)
{
  GtkWidget *page = widget;

  while ((page = gtk_widget_get_ancestor (gtk_widget_get_parent (page),
                                          GTK_TYPE_SCROLLED_WINDOW)) != NULL)
    for (int i = 0, turn; (turn = get_turn (widget, page, x, y)) != 0; i++)
      {
        g_assert_cmpint (i, <, MOST_TURNS);
        /* At its edge, where nothing else takes the wheel. */
        click_at (page, gtk_widget_get_width (page) - 3, gtk_widget_get_height (page) / 2.0,
                  turn < 0 ? WHEEL_UP : WHEEL_DOWN, 1);
        hand_look ();
      }
}

static gboolean
stop_waiting_cb (gpointer waiting)
{
  *(gboolean *)waiting = FALSE;
  return G_SOURCE_REMOVE;
}

/* As long as GTK takes one click for a part of the next. */
static void
rest (void)
{
  gboolean waiting = TRUE;
  guint time;

  g_object_get (gtk_settings_get_default (), "gtk-double-click-time", &time, NULL);
  g_timeout_add (time, stop_waiting_cb, &waiting);
  app_wait_until (!waiting);
}

void
hand_rest_before (gpointer widget)
{
  static gpointer last;
  gpointer native = gtk_widget_get_native (widget);

  if (last != native)
    rest ();
  last = native;
}

void
hand_click (gpointer widget, double x, double y, guint n_times)
{
  scroll_to (widget, x, y);
  app_wait_until (hand_reaches (widget, x, y));
  if (n_times > 1)
    rest ();
  click_at (widget, x, y, PRIMARY, n_times);
}
