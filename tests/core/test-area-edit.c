/* Edits of conflicts, against a plain matrix. */
#include "core/area.h"
#include "core/error.h"
#include "sample.h"

#include <math.h>

static MisConflict
certain (int g, int h, double value)
{
  return (MisConflict) { .g = g, .h = h, .value = value, .low = value, .high = value };
}

#define K 6

typedef struct
{
  double default_conflict;
  MisConflict cells[K + 1][K + 1]; /* [g + 1][h + 1] with g < h; notes borrowed */
} Matrix;

static gboolean
is_default (const Matrix *matrix, int g, int h)
{
  const MisConflict *cell = &matrix->cells[g + 1][h + 1];

  return cell->low == matrix->default_conflict && cell->high == matrix->default_conflict
         && cell->note == NULL;
}

/* Another value: a certain one stays certain, a range is widened to hold it. */
static void
set_value (MisConflict *cell, double value)
{
  gboolean certain_before = cell->low == cell->high;

  cell->value = value;
  cell->low = certain_before ? value : MIN (cell->low, value);
  cell->high = certain_before ? value : MAX (cell->high, value);
}

/* All pairs at one value: that is the new default. */
static void
set_all (Matrix *matrix, double value)
{
  matrix->default_conflict = value;
  for (int g = 0; g < K; g++)
    for (int h = g + 1; h < K; h++)
      set_value (&matrix->cells[g + 1][h + 1], value);
}

static void
set_default (Matrix *matrix, double value)
{
  for (int g = 0; g < K; g++)
    for (int h = g + 1; h < K; h++)
      if (is_default (matrix, g, h))
        matrix->cells[g + 1][h + 1] = certain (g, h, value);
  matrix->default_conflict = value;
}

static void
expect_matrix (const MisArea *area, const Matrix *matrix)
{
  double row[K];

  for (int g = MIS_NO_GOAL; g < K; g++)
    {
      for (int h = 0; h < K; h++)
        row[h] = -1;
      mis_area_fill_upper_row (area, g, row);
      for (int h = 0; h <= g; h++)
        g_assert_cmpfloat (row[h], ==, -1);
      for (int h = g + 1; h < K; h++)
        {
          const MisConflict *cell = &matrix->cells[g + 1][h + 1];
          MisConflict one = mis_area_get_conflict (area, g, h);
          MisConflict other = mis_area_get_conflict (area, h, g);

          g_assert_cmpfloat (row[h], ==, cell->value);
          g_assert_cmpfloat (one.value, ==, cell->value);
          g_assert_cmpfloat (other.value, ==, cell->value);
          g_assert_cmpfloat (one.low, ==, cell->low);
          g_assert_cmpfloat (one.high, ==, cell->high);
          g_assert_true (mis_note_equal (one.note, cell->note));
        }
    }
}

static void
expect_sorted (const MisArea *area)
{
  guint n = 0;
  const MisConflict *conflicts = mis_area_get_conflicts (area, &n);

  for (guint i = 0; i < n; i++)
    {
      double usual = conflicts[i].g == MIS_NO_GOAL ? 0 : mis_area_get_default_conflict (area);

      g_assert_cmpint (conflicts[i].g, <, conflicts[i].h);
      g_assert_true (conflicts[i].low != usual || conflicts[i].high != usual
                     || conflicts[i].note != NULL);
      if (i > 0)
        g_assert_true (conflicts[i - 1].g < conflicts[i].g
                       || (conflicts[i - 1].g == conflicts[i].g
                           && conflicts[i - 1].h < conflicts[i].h));
    }
}

static double
random_value (GRand *rand)
{
  return g_rand_int_range (rand, 0, 9) / 8.0;
}

static MisConflict
random_range (GRand *rand, int g, int h, MisNote *note)
{
  double ends[3] = { random_value (rand), random_value (rand), random_value (rand) };
  double low = MIN (MIN (ends[0], ends[1]), ends[2]);
  double high = MAX (MAX (ends[0], ends[1]), ends[2]);

  return (MisConflict) { .g = g, .h = h, .low = low, .high = high, .note = note,
                         .value = ends[0] + ends[1] + ends[2] - low - high };
}

static MisArea *
edit_randomly (MisArea *area, Matrix *matrix, GRand *rand, MisNote *note)
{
  int g = g_rand_int_range (rand, MIS_NO_GOAL, K - 1);
  int h = g_rand_int_range (rand, g + 1, K);
  double value = random_value (rand);
  MisConflict conflict = random_range (rand, g, h, g_rand_boolean (rand) ? note : NULL);
  g_autoptr (GError) error = NULL;
  MisArea *edited;

  switch (g_rand_int_range (rand, 0, 10))
    {
    case 0:
      edited = mis_area_with_uniform_conflict (area, value, &error);
      set_all (matrix, value);
      break;
    case 1:
      edited = mis_area_with_default_conflict (area, value, &error);
      set_default (matrix, value);
      break;
    case 2: case 3: case 4: case 5:
      edited = mis_area_with_conflict_range (area, &conflict, &error);
      matrix->cells[g + 1][h + 1] = conflict;
      break;
    default:
      edited = g_rand_boolean (rand) ? mis_area_with_conflict (area, g, h, value, &error)
                                     : mis_area_with_conflict (area, h, g, value, &error);
      set_value (&matrix->cells[g + 1][h + 1], value);
      break;
    }
  g_assert_no_error (error);
  return edited;
}

static void
test_random_edits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (MisNote) note = mis_note_new ("a note", "");
  g_autoptr (MisArea) area = mis_sample_area ("area", K, 0.5);
  Matrix matrix = { .default_conflict = 0.5 };

  for (int g = MIS_NO_GOAL; g < K; g++)
    for (int h = g + 1; h < K; h++)
      matrix.cells[g + 1][h + 1] = certain (g, h, g == MIS_NO_GOAL ? 0 : 0.5);
  for (guint i = 0; i < 5000; i++)
    {
      Matrix before = matrix;
      g_autoptr (MisArea) edited = edit_randomly (area, &matrix, rand, note);

      expect_matrix (area, &before);
      expect_matrix (edited, &matrix);
      expect_sorted (edited);
      g_assert_cmpuint (mis_area_get_n_goals (edited), ==, K);
      g_assert_cmpstr (mis_area_get_id (edited), ==, "area");
      mis_area_unref (area);
      area = g_steal_pointer (&edited);
    }
}

static void
test_bad_edits (void)
{
  g_autoptr (MisArea) area = mis_sample_area ("area", K, 0.25);
  MisConflict bad_range = { .g = 0, .h = 1, .value = 0.5, .low = 0.6, .high = 0.7 };
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_area_with_conflict (area, 0, 1, 1.5, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (mis_area_with_conflict (area, 0, 1, NAN, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (mis_area_with_uniform_conflict (area, -0.5, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (mis_area_with_default_conflict (area, NAN, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
  g_clear_error (&error);
  g_assert_null (mis_area_with_conflict_range (area, &bad_range, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
}

/* Many at once, in any order and either way round, are the same as one after the other. */
static void
test_many (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (MisNote) note = mis_note_new ("a note", "");
  g_autoptr (MisArea) area = mis_sample_area ("area", K, 0.5);

  for (guint i = 0; i < 2000; i++)
    {
      MisConflict changes[K * (K + 1) / 2];
      g_autoptr (MisArea) single = mis_area_ref (area);
      guint n = 0;

      for (int g = K - 1; g >= MIS_NO_GOAL; g--)
        for (int h = g + 1; h < K; h++)
          if (g_rand_int_range (rand, 0, 3) == 0)
            {
              gboolean swapped = g_rand_boolean (rand);
              g_autoptr (MisArea) before = g_steal_pointer (&single);

              changes[n] = random_range (rand, swapped ? h : g, swapped ? g : h,
                                         g_rand_boolean (rand) ? note : NULL);
              single = mis_area_with_conflict_range (before, &changes[n++], NULL);
            }
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (MisArea) edited = mis_area_with_conflicts (area, changes, n, &error);

        g_assert_no_error (error);
        expect_sorted (edited);
        g_assert_true (mis_area_equal (edited, single));
      }
      mis_area_unref (area);
      area = g_steal_pointer (&single);
    }
}

static void
test_many_bad (void)
{
  g_autoptr (MisArea) area = mis_sample_area ("area", K, 0.25);
  const MisConflict twice[] = { certain (0, 1, 0.5), certain (1, 2, 0.5), certain (1, 0, 0.75) };
  const MisConflict outside[] = { certain (0, 1, 0.5), certain (1, 2, 1.5) };
  g_autoptr (GError) error = NULL;

  g_assert_null (mis_area_with_conflicts (area, twice, 3, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_DUPLICATE);
  g_clear_error (&error);
  g_assert_null (mis_area_with_conflicts (area, outside, 2, &error));
  g_assert_error (error, MIS_ERROR, MIS_ERROR_RANGE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/area-edit/random", test_random_edits);
  g_test_add_func ("/area-edit/bad", test_bad_edits);
  g_test_add_func ("/area-edit/many", test_many);
  g_test_add_func ("/area-edit/many-bad", test_many_bad);
  return g_test_run ();
}
