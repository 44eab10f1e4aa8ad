/* The conflict matrix against plain arrays: random blocks of texts, large ones, decimal commas. */
#include <locale.h>
#include <string.h>

#include "document/conflict-matrix.h"

#include "table-case.h"

#define K 9u
#define SIZE (K + 1u) /* with "no goal", which is last */

/* Tenths: value, low and high of each pair, both ways round. */
typedef struct
{
  guint pairs[SIZE][SIZE][3];
} Plain;

typedef struct
{
  MisDocument *document;
  MisConflictMatrix *matrix;
  Plain plain;
} Twin;

static void
set_pair (Plain *plain, guint i, guint j, guint value, guint low, guint high)
{
  const guint numbers[] = { value, low, high };

  memcpy (plain->pairs[i][j], numbers, sizeof numbers);
  memcpy (plain->pairs[j][i], numbers, sizeof numbers);
}

static const char *const tenths[] = { "0",   "0.1", "0.2", "0.3", "0.4", "0.5",
                                      "0.6", "0.7", "0.8", "0.9", "1" };

static char *
print_pair (const Plain *plain, guint i, guint j)
{
  const guint *pair = plain->pairs[i][j];

  return pair[1] == pair[2]
             ? g_strdup (tenths[pair[0]])
             : g_strdup_printf ("%s (%s–%s)", tenths[pair[0]], tenths[pair[1]], tenths[pair[2]]);
}

static void
check_all (Twin *twin)
{
  for (guint i = 0; i < SIZE; i++)
    for (guint j = 0; j < SIZE; j++)
      {
        g_autofree char *expected = print_pair (&twin->plain, i, j);

        check_cell (twin->matrix, i, j + 1, expected);
      }
}

/* A text for a pair, which the plain matrix takes too: of new_table_world() the default is 0.5. */
static char *
type_pair (GRand *rand, Plain *plain, guint i, guint j)
{
  guint a = (guint)g_rand_int_range (rand, 0, 11), b = (guint)g_rand_int_range (rand, 0, 11);
  guint low = MIN (a, b), high = MAX (a, b), value = i == K || j == K ? 0 : 5;
  const guint *pair = plain->pairs[i][j];
  gboolean is_certain = pair[1] == pair[2];

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      set_pair (plain, i, j, value, value, value);
      return g_strdup ("");
    case 1:
      set_pair (plain, i, j, high, low, high);
      return g_strdup_printf ("%s(%s-%s)", tenths[high], tenths[low], tenths[high]);
    case 2:
      set_pair (plain, i, j, pair[0] >= low && pair[0] <= high ? pair[0] : low, low, high);
      if (plain->pairs[i][j][0] == low)
        return g_strdup_printf ("%s (%s–%s)", tenths[low], tenths[low], tenths[high]);
      return g_strdup_printf ("%u–%u %%", low * 10, high * 10);
    default:
      set_pair (plain, i, j, a, is_certain ? a : MIN (pair[1], a),
                is_certain ? a : MAX (pair[2], a));
      return g_strdelimit (g_strdup (tenths[a]), ".", ',');
    }
}

static gboolean
is_inside (const MisCellArea *area, guint row, guint column)
{
  return row >= area->row && row < area->row + area->n_rows && column >= area->column &&
         column < area->column + area->n_columns;
}

/* The texts of a block: where it holds both halves of a pair, these say the same, or one of them
 * is empty, or left alone. */
static GPtrArray *
type_block (GRand *rand, Twin *twin, const MisCellArea *area)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_set_size (texts, (int)(area->n_rows * area->n_columns));
  for (guint row = area->row; row < area->row + area->n_rows; row++)
    for (guint column = area->column; column < area->column + area->n_columns; column++)
      {
        guint at = (row - area->row) * area->n_columns + column - area->column;
        guint mirrored = (column - 1 - area->row) * area->n_columns + row + 1 - area->column;
        gboolean is_both = is_inside (area, column - 1, row + 1);

        if (row == column - 1)
          texts->pdata[at] = g_strdup (g_rand_boolean (rand) ? "0" : "-");
        else if (is_both && column - 1 < row)
          continue;
        else if (g_rand_int_range (rand, 0, 3) > 0)
          {
            texts->pdata[at] = type_pair (rand, &twin->plain, row, column - 1);
            if (is_both && g_rand_boolean (rand))
              texts->pdata[mirrored] = g_strdup (texts->pdata[at]);
            else if (is_both && g_rand_boolean (rand))
              {
                texts->pdata[mirrored] = g_steal_pointer (&texts->pdata[at]);
                texts->pdata[at] = g_strdup ("");
              }
          }
      }
  return texts;
}

static void
edit_block (GRand *rand, Twin *twin)
{
  MisCellArea area = { (guint)g_rand_int_range (rand, 0, SIZE),
                       (guint)g_rand_int_range (rand, 1, SIZE + 1), 0, 0 };
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (GArray) faults = mis_cell_faults_new ();

  area.n_rows = (guint)g_rand_int_range (rand, 1, (int)(SIZE - area.row) + 1);
  area.n_columns = (guint)g_rand_int_range (rand, 1, (int)(SIZE - area.column) + 2);
  texts = type_block (rand, twin, &area);
  g_assert_true (mis_cell_source_edit (MIS_CELL_SOURCE (twin->matrix), &area,
                                       (const char *const *)texts->pdata, NULL, faults));
}

static void
check_random_edits (guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (MisWorld) first = new_table_world (rand, 5, 2, K);
  g_autofree Twin *twin = g_new0 (Twin, 1);

  twin->document = mis_document_new (first);
  twin->matrix = mis_conflict_matrix_new (twin->document, 1);
  mis_conflict_matrix_set_null_goal_shown (twin->matrix, TRUE);
  for (guint i = 0; i < K; i++)
    for (guint j = 0; j < i; j++)
      set_pair (&twin->plain, i, j, 5, 5, 5);
  for (guint i = 0; i < 300; i++)
    {
      check_all (twin);
      edit_block (rand, twin);
    }
  check_all (twin);
  check_undo_redo (twin->document, first);
  check_all (twin);
  g_object_unref (twin->matrix);
  g_object_unref (twin->document);
}

static void
test_random_edits (void)
{
  guint n_seeds = g_getenv ("MISALIGN_FULL") != NULL ? 100 : 5;

  for (guint32 seed = 1; seed <= n_seeds; seed++)
    check_random_edits (seed);
}

/* (transfer full): k x k symmetric numbers. */
static double *
new_numbers (GRand *rand, guint k)
{
  double *numbers = g_new0 (double, k *k);

  for (guint i = 0; i < k; i++)
    for (guint j = 0; j < i; j++)
      numbers[i * k + j] = numbers[j * k + i] = g_rand_double (rand);
  return numbers;
}

/* As a spreadsheet with a decimal comma copies it. */
static char *
print_numbers (const double *numbers, guint k)
{
  GString *texts = g_string_new (NULL);

  for (guint i = 0; i < k * k; i++)
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];

      g_strdelimit (g_ascii_dtostr (buffer, sizeof buffer, numbers[i]), ".", ',');
      g_string_append_printf (texts, "%s%s", i == 0 ? "" : i % k == 0 ? "\n" : "\t", buffer);
    }
  return g_string_free (texts, FALSE);
}

static void
paste (guint k)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autoptr (MisWorld) first = new_table_world (rand, 3, 1, k);
  g_autoptr (MisDocument) document = mis_document_new (first);
  g_autoptr (MisConflictMatrix) matrix = mis_conflict_matrix_new (document, 0);
  g_autofree double *numbers = new_numbers (rand, k);
  g_autofree char *texts = print_numbers (numbers, k);
  MisArea *area;

  check_edit (matrix, 0, 1, texts, "");
  area = mis_world_get_area (mis_document_get_world (document), 0);
  for (guint i = 0; i < k * k; i++)
    g_assert_true (mis_area_get_conflict (area, (int)(i / k), (int)(i % k)).value == numbers[i]);
  g_assert_cmpuint (check_undo_redo (document, first), ==, 1);
}

static void
test_decimal_comma (void)
{
  g_autofree char *old = g_strdup (setlocale (LC_NUMERIC, NULL));

  paste (30);
  if (g_getenv ("MISALIGN_LOCALES") != NULL)
    g_setenv ("LOCPATH", g_getenv ("MISALIGN_LOCALES"), FALSE);
  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("needs the locale de_DE.UTF-8");
      return;
    }
  paste (30);
  setlocale (LC_NUMERIC, old);
}

/* As many goals as an area may have: half a matrix is pasted, then cells are looked at. */
static void
test_large (void)
{
  const guint k = 2000;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (MisWorld) world = new_table_world (rand, 3, 1, k);
  g_autoptr (MisDocument) document = mis_document_new (world);
  g_autoptr (MisConflictMatrix) matrix = mis_conflict_matrix_new (document, 0);
  const MisCellArea area = { 0, 1, k, k };
  g_autofree const char **texts = g_new0 (const char *, k *k);
  g_autoptr (GArray) faults = mis_cell_faults_new ();
  g_autoptr (GTimer) timer = g_timer_new ();

  for (guint i = 0; i < k; i++)
    for (guint j = i + 1; j < k; j++)
      texts[i * k + j] = tenths[(i * 7 + j * 3) % 11];
  g_assert_true (mis_cell_source_edit (MIS_CELL_SOURCE (matrix), &area, texts, "Paste", faults));
  g_test_message ("pasted: %.0f ms", 1e3 * g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
  for (guint n = 0; n < 100000; n++)
    {
      guint i = (guint)g_rand_int_range (rand, 0, (int)k);
      guint j = (guint)g_rand_int_range (rand, 0, (int)k);
      guint first = MIN (i, j), second = MAX (i, j);

      check_cell (matrix, i, j + 1, i == j ? "0" : tenths[(first * 7 + second * 3) % 11]);
    }
  g_test_message ("100,000 cells: %.0f ms", 1e3 * g_timer_elapsed (timer, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/conflict-matrix-random/random-edits", test_random_edits);
  g_test_add_func ("/conflict-matrix-random/decimal-comma", test_decimal_comma);
  g_test_add_func ("/conflict-matrix-random/large", test_large);
  return g_test_run ();
}
