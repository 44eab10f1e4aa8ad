/* Cards in two columns: sizes, places, hidden cards, mirrored text. */
#include "app-fixture.h"

#include "app/card-grid.h"

#define SPACING 12

/* A card that is never smaller than this; wide ones wrap their text. */
static GtkWidget *
new_card (int width, int height)
{
  GtkWidget *card = gtk_drawing_area_new ();

  gtk_widget_set_size_request (card, width, height);
  return card;
}

static MisCardGrid *
new_grid (const int *heights, guint n)
{
  MisCardGrid *grid = g_object_ref_sink (g_object_new (MIS_TYPE_CARD_GRID, NULL));

  for (guint i = 0; i < n; i++)
    mis_card_grid_append (grid, new_card (100, heights[i]));
  return grid;
}

static void
assert_height (MisCardGrid *grid, int width, int expected)
{
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, expected);
  g_assert_cmpint (natural, ==, expected);
}

static void
allocate (MisCardGrid *grid, int width, int height)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, width);
  gtk_widget_allocate (GTK_WIDGET (grid), width, height, -1, NULL);
}

static void
assert_place (MisCardGrid *grid, guint card, int x, int y, int width, int height)
{
  GtkWidget *widget = gtk_widget_get_first_child (GTK_WIDGET (grid));
  graphene_rect_t bounds;

  while (card-- > 0)
    widget = gtk_widget_get_next_sibling (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (grid), &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
  g_assert_cmpfloat (bounds.size.height, ==, height);
}

static void
test_empty (void)
{
  g_autoptr (MisCardGrid) grid = new_grid (NULL, 0);

  assert_height (grid, -1, 0);
  assert_height (grid, 1000, 0);
  allocate (grid, 500, 100);
}

static void
test_one_card_takes_all (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80 }, 1);

  assert_height (grid, 900, 80);
  allocate (grid, 900, 80);
  assert_place (grid, 0, 0, 0, 900, 80);
}

static void
test_two_columns (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120, 50 }, 3);

  /* In turn, and the last one of each column fills it up, by half its height at most. */
  assert_height (grid, 612, 80 + SPACING + 50);
  allocate (grid, 612, 142);
  assert_place (grid, 0, 0, 0, 300, 80);
  assert_place (grid, 1, 312, 0, 300, 142);
  assert_place (grid, 2, 0, 92, 300, 50);
  /* Never a third one, however wide it is; a higher place is filled as well. */
  allocate (grid, 1212, 300);
  assert_place (grid, 1, 612, 0, 600, 180);
  assert_place (grid, 2, 0, 92, 600, 75);
}

/* In a gallery those beside each other are as high as the higher one, and one alone is no wider. */
static void
test_rows (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120, 50 }, 3);
  g_autoptr (MisCardGrid) single = new_grid ((const int[]) { 80 }, 1);

  mis_card_grid_set_in_rows (grid, TRUE);
  assert_height (grid, 612, 120 + SPACING + 50);
  allocate (grid, 612, 182);
  assert_place (grid, 0, 0, 0, 300, 120);
  assert_place (grid, 1, 312, 0, 300, 120);
  assert_place (grid, 2, 0, 132, 300, 50);
  assert_height (grid, 360, 80 + 120 + 50 + 2 * SPACING);
  allocate (grid, 360, 274);
  assert_place (grid, 1, 0, 92, 360, 120);
  mis_card_grid_set_in_rows (single, TRUE);
  allocate (single, 612, 80);
  assert_place (single, 0, 0, 0, 300, 80);
}

/* A card whose height can give in. */
typedef GtkWidget ElasticCard;
typedef GtkWidgetClass ElasticCardClass;

static GType elastic_card_get_type (void);
G_DEFINE_TYPE (ElasticCard, elastic_card, GTK_TYPE_WIDGET)

static void
elastic_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 100 : 150;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 100 : 250;
}

static void
elastic_card_class_init (ElasticCardClass *klass)
{
  klass->measure = elastic_card_measure;
}

static void
elastic_card_init (ElasticCard *self)
{
}

/* Below a card of 80 one that is 250 high at best and 150 at least: as high as there is room. */
static void
test_cards_give_in (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 80 }, 2);
  int minimum, natural;

  mis_card_grid_append (grid, g_object_new (elastic_card_get_type (), NULL));
  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_VERTICAL, 612, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, 80 + SPACING + 150);
  g_assert_cmpint (natural, ==, 80 + SPACING + 250);
  allocate (grid, 612, 80 + SPACING + 150);
  assert_place (grid, 0, 0, 0, 300, 80);
  assert_place (grid, 2, 0, 92, 300, 150);
  allocate (grid, 612, 80 + SPACING + 201);
  assert_place (grid, 2, 0, 92, 300, 201);
  allocate (grid, 612, 80 + SPACING + 300);
  assert_place (grid, 2, 0, 92, 300, 300);
}

static void
test_one_column_where_narrow (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120, 50 }, 3);

  assert_height (grid, 611, 80 + 120 + 50 + 2 * SPACING);
  allocate (grid, 611, 274);
  assert_place (grid, 0, 0, 0, 611, 80);
  assert_place (grid, 1, 0, 92, 611, 120);
  assert_place (grid, 2, 0, 224, 611, 50);
}

static void
test_hidden_cards_take_no_place (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120, 50 }, 3);

  gtk_widget_hide (gtk_widget_get_first_child (GTK_WIDGET (grid)));
  assert_height (grid, 612, 120);
  allocate (grid, 612, 120);
  assert_place (grid, 1, 0, 0, 300, 120);
  assert_place (grid, 2, 312, 0, 300, 75);
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (grid)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    gtk_widget_hide (card);
  assert_height (grid, 612, 0);
}

static void
test_mirrored (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120, 50 }, 3);

  gtk_widget_set_direction (GTK_WIDGET (grid), GTK_TEXT_DIR_RTL);
  allocate (grid, 612, 142);
  assert_place (grid, 0, 312, 0, 300, 80);
  assert_place (grid, 1, 0, 0, 300, 142);
  assert_place (grid, 2, 312, 92, 300, 50);
}

static void
test_widths (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120 }, 2);
  int minimum, natural;

  gtk_widget_measure (GTK_WIDGET (grid), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 200 + SPACING);
  g_assert_cmpint (gtk_widget_get_request_mode (GTK_WIDGET (grid)), ==,
                   GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
}

static void
test_spacing (void)
{
  g_autoptr (MisCardGrid) grid = new_grid ((const int[]) { 80, 120 }, 2);

  mis_card_grid_set_spacing (grid, 40);
  assert_height (grid, 639, 80 + 40 + 120);
  assert_height (grid, 640, 120);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/card-grid/empty", test_empty);
  g_test_add_func ("/app/card-grid/one-card-takes-all", test_one_card_takes_all);
  g_test_add_func ("/app/card-grid/two-columns", test_two_columns);
  g_test_add_func ("/app/card-grid/rows", test_rows);
  g_test_add_func ("/app/card-grid/cards-give-in", test_cards_give_in);
  g_test_add_func ("/app/card-grid/one-column-where-narrow", test_one_column_where_narrow);
  g_test_add_func ("/app/card-grid/hidden-cards-take-no-place", test_hidden_cards_take_no_place);
  g_test_add_func ("/app/card-grid/mirrored", test_mirrored);
  g_test_add_func ("/app/card-grid/widths", test_widths);
  g_test_add_func ("/app/card-grid/spacing", test_spacing);

  return app_run ();
}
