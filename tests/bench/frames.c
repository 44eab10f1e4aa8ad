/* How long a frame takes while a slider is dragged: the window is real, the pointer is not.
 *
 * bench-frames FILE [FRAMES]: opens the project, moves the slider of the first group's share in
 * every frame, and prints the interval between frames, the time that the edit takes with all that
 * follows from it (score, sentences, charts), and the time to lay out and paint. Needs a display;
 * the cairo renderer is what it is meant for (GSK_RENDERER=cairo). */
#include <math.h>
#include <stdlib.h>

#include "app/application.h"
#include "app/parameter-row.h"
#include "app/window.h"

#define WARM_UP 30u

typedef struct
{
  GtkRange *scale;
  GArray *intervals; /* of double, in ms */
  GArray *edits;
  GArray *paints;
  gint64 last;
  gint64 painting;
  guint n;
  guint n_frames;
} Bench;

static GtkWidget *
find_scale (GtkWidget *widget)
{
  if (MIS_IS_PARAMETER_ROW (widget))
    {
      GtkWidget *scale = GTK_WIDGET (gtk_widget_get_template_child (widget, MIS_TYPE_PARAMETER_ROW,
                                                                    "scale"));
      double upper = gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (scale)));

      return gtk_widget_get_visible (scale) && upper == 1.0 ? scale : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scale (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
print_row (const char *name, GArray *times)
{
  guint n = times->len;

  if (n == 0)
    return;
  g_array_sort (times, compare);
  g_print ("%-22s median %7.2f ms   95 %% %7.2f ms   longest %7.2f ms\n", name,
           g_array_index (times, double, n / 2), g_array_index (times, double, n * 95 / 100),
           g_array_index (times, double, n - 1));
}

static void
add_time (Bench *bench, GArray *times, gint64 from)
{
  double time = (double) (g_get_monotonic_time () - from) / 1000.0;

  if (bench->n > WARM_UP)
    g_array_append_val (times, time);
}

static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *clock, gpointer user_data)
{
  Bench *bench = user_data;
  gint64 now = g_get_monotonic_time ();
  double value = 0.5 + 0.5 * sin (bench->n / 15.0);
  gboolean handled;

  if (bench->last != 0)
    add_time (bench, bench->intervals, bench->last);
  bench->last = now;
  g_signal_emit_by_name (bench->scale, "change-value", GTK_SCROLL_JUMP, value, &handled);
  add_time (bench, bench->edits, now);
  if (++bench->n < bench->n_frames + WARM_UP)
    return G_SOURCE_CONTINUE;
  g_print ("%u frames\n", bench->intervals->len);
  print_row ("between frames", bench->intervals);
  print_row ("edit, score, charts", bench->edits);
  print_row ("layout and paint", bench->paints);
  exit (0);
}

static void
layout_cb (Bench *bench)
{
  bench->painting = g_get_monotonic_time ();
}

/* Three agents have few shares: in many frames nothing moves, and nothing is laid out. */
static void
after_paint_cb (Bench *bench)
{
  if (bench->painting != 0)
    add_time (bench, bench->paints, bench->painting);
  bench->painting = 0;
}

/* Once the project is there and its sliders are on the screen. */
static gboolean
start_cb (gpointer user_data)
{
  Bench *bench = user_data;
  GtkWindow *window = GTK_WINDOW (gtk_window_get_toplevels () != NULL
                                      ? g_list_model_get_item (gtk_window_get_toplevels (), 0)
                                      : NULL);
  GtkWidget *scale = window != NULL ? find_scale (GTK_WIDGET (window)) : NULL;
  GdkFrameClock *clock;

  if (scale == NULL)
    return G_SOURCE_CONTINUE;
  bench->scale = GTK_RANGE (scale);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "layout", G_CALLBACK (layout_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), bench);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, bench, NULL);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (MisApplication) application = mis_application_new (G_APPLICATION_NON_UNIQUE);
  Bench bench = { .n_frames = argc > 2 ? (guint) atoi (argv[2]) : 300 };

  bench.intervals = g_array_new (FALSE, FALSE, sizeof (double));
  bench.edits = g_array_new (FALSE, FALSE, sizeof (double));
  bench.paints = g_array_new (FALSE, FALSE, sizeof (double));
  g_timeout_add (100, start_cb, &bench);
  return g_application_run (G_APPLICATION (application), MIN (argc, 2), argv);
}
