/* lunch-fixture.h: a small project as a text, each line of which is known, for tests of files. */
#pragma once

#include "app-fixture.h"

G_BEGIN_DECLS

/* "Lunch": an area, two groups of agents. */
extern const char lunch_project[];

/* A window with what is in @file, of any project. */
MisWindow *lunch_open (GFile *file);

G_END_DECLS
