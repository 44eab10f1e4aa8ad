/* The drawings of the case studies: which one, its shape, what is read out, what is drawn. */
#include "app-fixture.h"

#include "app/scene.h"
#include "core/edit.h"
#include "file/example.h"

static MisScene *
new_scene (const char *name)
{
  MisScene *scene = g_object_ref_sink (g_object_new (MIS_TYPE_SCENE, NULL));

  mis_scene_set_name (scene, name);
  return scene;
}

static const char *
find_scene (const char *example)
{
  g_autoptr (MisDocument) document = app_new_document (example);

  return mis_scene_find (mis_document_get_world (document));
}

static void
test_found_by_areas (void)
{
  g_autoptr (MisDocument) document = app_new_document ("carla");
  g_autoptr (MisWorld) changed = mis_world_with_weight (mis_document_get_world (document), 0, 0,
                                                        0.123, NULL);

  g_assert_cmpstr (find_scene ("shopping"), ==, "shopping");
  g_assert_cmpstr (find_scene ("carla"), ==, "carla");
  g_assert_cmpstr (mis_scene_find (changed), ==, "carla");
  g_assert_null (find_scene ("blank"));
}

static void
test_shape (void)
{
  g_autoptr (MisScene) scene = new_scene ("shopping");
  const int widths[] = { 120, 320, 999, 4000 };

  g_assert_cmpint (gtk_widget_get_request_mode (GTK_WIDGET (scene)), ==,
                   GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int minimum, natural;

      gtk_widget_measure (GTK_WIDGET (scene), GTK_ORIENTATION_VERTICAL, widths[i], &minimum,
                          &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, widths[i] * 9 / 16);
      g_assert_cmpint (natural, ==, minimum);
    }
}

static void
test_accessible (void)
{
  g_autoptr (MisScene) scene = new_scene ("carla");
  g_autofree char *label = gtk_test_accessible_check_property (GTK_ACCESSIBLE (scene),
                                                               GTK_ACCESSIBLE_PROPERTY_LABEL, "");

  gtk_test_accessible_assert_role (scene, GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_nonnull (strstr (label, "self-driving car"));
}

static void
test_without_drawing (void)
{
  g_autoptr (MisScene) scene = new_scene ("no-such-drawing");

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (scene)));
  mis_scene_set_name (scene, "shopping");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (scene)));
  mis_scene_set_name (scene, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (scene)));
}

static gboolean
is_blank (GBytes *pixels)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (pixels, &size);

  return data[0] == 0 && memcmp (data, data + 1, size - 1) == 0;
}

static void
test_drawn_at_any_size (void)
{
  g_autoptr (MisScene) scene = new_scene ("shopping");
  g_autoptr (GBytes) shopping = NULL, carla = NULL, wide = NULL;

  gtk_widget_allocate (GTK_WIDGET (scene), 320, 180, -1, NULL);
  shopping = app_draw (scene);
  g_assert_false (is_blank (shopping));
  mis_scene_set_name (scene, "carla");
  carla = app_draw (scene);
  g_assert_false (g_bytes_equal (shopping, carla));
  /* Wider than its height allows: cut off above and below. */
  gtk_widget_measure (GTK_WIDGET (scene), GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (scene), 640, 360, -1, NULL);
  wide = app_draw (scene);
  g_assert_false (is_blank (wide));
  mis_scene_set_name (scene, NULL);
}

int
main (int argc, char **argv)
{
  app_init (&argc, &argv);

  g_test_add_func ("/app/scene/found-by-areas", test_found_by_areas);
  g_test_add_func ("/app/scene/shape", test_shape);
  g_test_add_func ("/app/scene/accessible", test_accessible);
  g_test_add_func ("/app/scene/without-drawing", test_without_drawing);
  g_test_add_func ("/app/scene/drawn-at-any-size", test_drawn_at_any_size);

  return app_run ();
}
