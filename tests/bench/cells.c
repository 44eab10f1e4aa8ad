/* How long a frame takes while a grid of 100,000 rows and 44 columns is scrolled.
 *
 * bench-cells [COLUMNS [FRAMES]]: scrolls by three pixels, by a row, and by a page in every frame,
 * along the rows and along the columns, and prints the time to lay out and paint, and how it
 * compares with painting the same window again without scrolling: a ratio that says the same on any
 * machine. Needs a display; the cairo renderer is what it is meant for (GSK_RENDERER=cairo). */
#include <stdlib.h>

#include "grid-fixture.h"

#define WARM_UP 10u
#define N_ROWS 100000

typedef struct
{
  const char *name;
  GtkOrientation orientation;
  double step; /* in pixels; as a part of the page if it is less than 1 */
} Way;

static const Way ways[] = {
  { "3 pixels down", GTK_ORIENTATION_VERTICAL, 3 },
  { "a row down", GTK_ORIENTATION_VERTICAL, 30 },
  { "a page down", GTK_ORIENTATION_VERTICAL, 0.9 },
  { "3 pixels across", GTK_ORIENTATION_HORIZONTAL, 3 },
  { "a page across", GTK_ORIENTATION_HORIZONTAL, 0.9 },
};

typedef struct
{
  Grid grid;
  GArray *times; /* of double, in ms */
  gint64 begin;
  guint n;
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a, right = *(const double *) b;

  return (left > right) - (left < right);
}

static void
begin_cb (Bench *bench)
{
  bench->begin = g_get_monotonic_time ();
}

static void
end_cb (Bench *bench)
{
  double time = (double) (g_get_monotonic_time () - bench->begin) / 1000.0;

  if (bench->begin != 0 && ++bench->n > WARM_UP)
    g_array_append_val (bench->times, time);
  bench->begin = 0;
}

/* On to the end, and from the beginning again. */
static void
step (Bench *bench, const Way *way)
{
  GtkAdjustment *adjustment =
      way->orientation == GTK_ORIENTATION_VERTICAL ? bench->grid.vertical : bench->grid.horizontal;
  double page = gtk_adjustment_get_page_size (adjustment);
  double by = way->step < 1 ? way->step * page : way->step;
  double value = gtk_adjustment_get_value (adjustment) + by;

  gtk_adjustment_set_value (adjustment,
                            value > gtk_adjustment_get_upper (adjustment) - page ? 0.0 : value);
  gtk_widget_queue_draw (GTK_WIDGET (bench->grid.grid));
}

static double
measure (Bench *bench, const Way *way, guint n_frames)
{
  g_array_set_size (bench->times, 0);
  bench->n = 0;
  while (bench->times->len < n_frames)
    {
      guint before = bench->n;

      step (bench, way);
      while (bench->n == before)
        g_main_context_iteration (NULL, TRUE);
    }
  g_array_sort (bench->times, compare);
  return g_array_index (bench->times, double, n_frames / 2);
}

static void
print (Bench *bench, const Way *way, double first)
{
  guint n = bench->times->len;
  double median = g_array_index (bench->times, double, n / 2);

  g_print ("%-18s median %7.2f ms   95 %% %7.2f ms   longest %7.2f ms   %5.2f times as long\n",
           way->name, median, g_array_index (bench->times, double, n * 95 / 100),
           g_array_index (bench->times, double, n - 1), median / first);
}

int
main (int argc, char **argv)
{
  Bench bench = { 0 };
  guint n_columns = argc > 1 ? (guint) atoi (argv[1]) : 44;
  guint n_frames = argc > 2 ? (guint) atoi (argv[2]) : 100;
  GdkFrameClock *clock;
  double first = 0;

  adw_init ();
  bench.times = g_array_new (FALSE, FALSE, sizeof (double));
  grid_init (&bench.grid, N_ROWS, n_columns);
  gtk_window_set_default_size (GTK_WINDOW (bench.grid.window), 1280, 800);
  clock = gtk_widget_get_frame_clock (bench.grid.window);
  g_signal_connect_swapped (clock, "before-paint", G_CALLBACK (begin_cb), &bench);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (end_cb), &bench);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      double median = measure (&bench, &ways[i], n_frames);

      first = i == 0 ? median : first;
      print (&bench, &ways[i], first);
    }
  g_print ("%u widgets\n", grid_count_widgets (&bench.grid));
  return 0;
}
