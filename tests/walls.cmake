# SPDX-FileCopyrightText: 2026 The Assay authors
# SPDX-License-Identifier: Apache-2.0
#
# The walls of the house: static libraries that share an include root link happily when a wall is
# broken, so every #include "room/file.h" is compared with the USES list of its room, and rooms that
# must work without a screen are searched for Qt Gui and Widgets headers.
# usage: cmake -DSOURCE_DIR=. -DWALLS=build/dev/walls.txt -P tests/walls.cmake

cmake_minimum_required(VERSION 3.25)
file(STRINGS ${WALLS} lines)
set(broken "")
set(checked 0)

foreach(line IN LISTS lines)
    string(REGEX MATCH "^([^:]+): ?(.*)$" _ "${line}")
    list(APPEND rooms "${CMAKE_MATCH_1}")
    string(REPLACE " " ";" uses_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
endforeach()

# Everything that `room` reaches through its USES, however far.
function(reach room out)
    set(seen "${room}")
    set(queue ${uses_${room}})
    while(queue)
        list(POP_FRONT queue next)
        if(NOT next IN_LIST seen)
            list(APPEND seen "${next}")
            list(APPEND queue ${uses_${next}})
        endif()
    endwhile()
    set(${out} "${seen}" PARENT_SCOPE)
endfunction()

foreach(room IN LISTS rooms)
    set(allowed "${room}" ${uses_${room}})
    file(GLOB sources ${SOURCE_DIR}/${room}/*.h ${SOURCE_DIR}/${room}/*.cpp)
    foreach(source IN LISTS sources)
        math(EXPR checked "${checked} + 1")
        file(STRINGS ${source} includes REGEX "^[ \t]*#[ \t]*include")
        foreach(include IN LISTS includes)
            if(include MATCHES "\"((core|ui)/.+)/[^/]+\\.h\"")
                if(NOT CMAKE_MATCH_1 IN_LIST allowed)
                    list(APPEND broken "${source}: ${CMAKE_MATCH_1} is not in USES of ${room}")
                endif()
            endif()
            if(room MATCHES "^(core/|ui/session|ui/models)"
               AND include MATCHES "<(QtWidgets|QtGui)/|<(QWidget|QLabel|QIcon|QColor|QPixmap|QFont|QApplication|QGuiApplication|QPainter|QPalette|QBrush|QImage|QMainWindow|QAction)>")
                list(APPEND broken "${source}: Gui or Widgets header in ${room}")
            endif()
            if(include MATCHES "<openssl/" AND NOT room STREQUAL "core/jose")
                list(APPEND broken "${source}: OpenSSL outside core/jose")
            endif()
        endforeach()
    endforeach()
    if(room MATCHES "^core/")
        reach(${room} reached)
        foreach(other IN LISTS reached)
            if(other MATCHES "^ui/")
                list(APPEND broken "${room} reaches ${other}")
            endif()
        endforeach()
    endif()
endforeach()

if(checked EQUAL 0)
    message(FATAL_ERROR "no source was checked: the list of rooms is empty")
endif()
if(broken)
    list(JOIN broken "\n" text)
    message(FATAL_ERROR "walls broken:\n${text}")
endif()
message(STATUS "walls hold: ${checked} files")
