/* target.h: what the fuzz targets share. A target is one function that libFuzzer calls with bytes;
 * it ends the program where what must hold does not. */
#pragma once

#include "core/world.h"
#include "file/fault.h"

/* What libFuzzer calls: once at the start, and for each input. */
int LLVMFuzzerInitialize (int *argc, char ***argv);
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* Puts a fault, and those in it, into words, as the window and the command line do. */
void fuzz_spell_fault (const MisFault *fault);

/* What was made of the bytes is a project: it is written, read again and written to the same
 * bytes. */
void fuzz_check_saved (const MisWorld *world);

/* It can be scored, and each of its scenarios applied, if that takes no time worth mentioning. */
void fuzz_check_scored (MisWorld *world);
