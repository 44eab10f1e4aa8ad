/* A narrow widget beside a wide one, below it where there is no room, and mirrored. */
#include "app-fixture.h"

#include "app/split.h"

#define SIDE 300
#define SPACING 12

static GtkWidget *
split_new (GtkWidget **side, GtkWidget **main_child)
{
  GtkWidget *split = g_object_ref_sink (g_object_new (MIS_TYPE_SPLIT, NULL));

  *side = gtk_label_new (NULL);
  *main_child = gtk_label_new (NULL);
  gtk_widget_set_size_request (*side, SIDE, 200);
  gtk_widget_set_size_request (*main_child, 100, 100);
  gtk_widget_set_parent (*side, split);
  gtk_widget_set_parent (*main_child, split);
  return split;
}

static int
place (GtkWidget *split, int width)
{
  int height;

  gtk_widget_measure (split, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  gtk_widget_size_allocate (split, &(GtkAllocation) { 0, 0, width, height }, -1);
  return height;
}

static void
test_places (void)
{
  GtkWidget *side, *main_child;
  GtkWidget *split = split_new (&side, &main_child);
  GtkAllocation place_of_main, place_of_side;
  int minimum;

  gtk_widget_measure (split, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, ==, SIDE);
  g_assert_cmpint (place (split, 1000), ==, 200);
  gtk_widget_get_allocation (main_child, &place_of_main);
  g_assert_cmpint (place_of_main.x, ==, SIDE + SPACING);
  g_assert_cmpint (place_of_main.width, ==, 1000 - SIDE - SPACING);
  g_assert_cmpint (place_of_main.height, ==, 200);
  g_assert_cmpint (place (split, 400), ==, 300 + SPACING);
  gtk_widget_get_allocation (main_child, &place_of_main);
  gtk_widget_get_allocation (side, &place_of_side);
  g_assert_cmpint (place_of_main.y, ==, 0);
  g_assert_cmpint (place_of_main.width, ==, 400);
  g_assert_cmpint (place_of_side.y, ==, 100 + SPACING);
  gtk_widget_set_direction (split, GTK_TEXT_DIR_RTL);
  place (split, 1000);
  gtk_widget_get_allocation (side, &place_of_side);
  g_assert_cmpint (place_of_side.x, ==, 1000 - SIDE);
  g_assert_finalize_object (split);
}

/* Beside a high first child the second one is as high as the window, and moves with it. */
static void
test_following (void)
{
  GtkWidget *side, *main_child;
  GtkWidget *split = split_new (&side, &main_child);
  g_autoptr (GtkAdjustment) adjustment
    = g_object_ref_sink (gtk_adjustment_new (0, 0, 1000, 1, 10, 400));
  GtkAllocation at;

  gtk_widget_set_size_request (side, SIDE, 1000);
  mis_split_set_following (MIS_SPLIT (split), adjustment);
  g_assert_cmpint (place (split, 1000), ==, 1000);
  gtk_widget_get_allocation (main_child, &at);
  g_assert_cmpint (at.y, ==, 0);
  g_assert_cmpint (at.height, ==, 400 - 2 * SPACING);
  gtk_adjustment_set_value (adjustment, 250);
  place (split, 1000);
  gtk_widget_get_allocation (main_child, &at);
  g_assert_cmpint (at.y, ==, 250);
  /* Not beyond the first child. */
  gtk_adjustment_set_upper (adjustment, 3000);
  gtk_adjustment_set_value (adjustment, 2000);
  place (split, 1000);
  gtk_widget_get_allocation (main_child, &at);
  g_assert_cmpint (at.y + at.height, ==, 1000);
  /* On top of it nothing follows. */
  place (split, 400);
  gtk_widget_get_allocation (main_child, &at);
  g_assert_cmpint (at.y, ==, 0);
  g_assert_cmpint (at.height, ==, 100);
  mis_split_set_following (MIS_SPLIT (split), NULL);
  place (split, 1000);
  gtk_widget_get_allocation (main_child, &at);
  g_assert_cmpint (at.height, ==, 1000);
  g_assert_finalize_object (split);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/split/places", test_places);
  g_test_add_func ("/app/split/following", test_following);

  return app_run ();
}
