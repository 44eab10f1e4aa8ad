/* gallery-card.h: an example on the start page, with its drawing and a live chart of its own. */
#pragma once

#include <gtk/gtk.h>

#include "core/world.h"

G_BEGIN_DECLS

#define MIS_TYPE_GALLERY_CARD (mis_gallery_card_get_type ())
G_DECLARE_FINAL_TYPE (MisGalleryCard, mis_gallery_card, MIS, GALLERY_CARD, GtkButton)

/* A button for @world, scored on the spot: bundled examples are small. */
GtkWidget *mis_gallery_card_new (MisWorld *world);

G_END_DECLS
